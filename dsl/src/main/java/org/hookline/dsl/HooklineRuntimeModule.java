package org.hookline.dsl;

import com.google.inject.Binder;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.generator.IGenerator2;
import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.linking.ILinker;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.hookline.dsl.format.Formatter;
import org.hookline.dsl.generate.OnDemand;
import org.hookline.dsl.generate.ScriptGenerator;
import org.hookline.dsl.load.NetworkResource;
import org.hookline.dsl.scoping.UnknownNames;
import org.hookline.dsl.scoping.VisibleNames;
import org.hookline.dsl.scoping.WholeWordNames;

/** The services of the language, where they differ from Xtext's. */
public class HooklineRuntimeModule extends AbstractHooklineRuntimeModule {

  @Override
  public Class<? extends XtextResource> bindXtextResource() {
    return NetworkResource.class;
  }

  @Override
  public Class<? extends IScopeProvider> bindIScopeProvider() {
    return VisibleNames.class;
  }

  @Override
  public void configureIScopeProviderDelegate(Binder binder) {
    // the one scope provider knows every reference
  }

  @Override
  public Class<? extends ILinker> bindILinker() {
    return OperandLinker.class;
  }

  @Override
  public Class<? extends IValueConverterService> bindIValueConverterService() {
    return WordConverters.class;
  }

  public Class<? extends IQualifiedNameConverter> bindIQualifiedNameConverter() {
    return WholeWordNames.class;
  }

  public Class<? extends ILinkingDiagnosticMessageProvider>
      bindILinkingDiagnosticMessageProvider() {
    return UnknownNames.class;
  }

  public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
    return SyntaxMessages.class;
  }

  public Class<? extends IFormatter2> bindIFormatter2() {
    return Formatter.class;
  }

  public Class<? extends IGenerator2> bindIGenerator2() {
    return ScriptGenerator.class;
  }

  public Class<? extends IShouldGenerate> bindIShouldGenerate() {
    return OnDemand.class;
  }
}
