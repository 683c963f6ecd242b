package org.hookline.dsl.generate

import java.util.List
import java.util.Map
import java.util.TreeMap
import org.hookline.addr.Family
import org.hookline.emit.HostPlan
import org.hookline.emit.Line
import org.hookline.emit.ShellWord
import org.hookline.emit.ip.IpBatches
import org.hookline.emit.iptables.RestoreTable

/** The files that a script reads, each line with the place in the text that it comes from. */
final class DataFiles {

	private new() {
	}

	/** {@code iptables-restore} takes comments on lines of their own only. */
	static def String restore(String host, String tool, List<RestoreTable> tables) '''
		# Packet rules of «host», for «tool».
		«FOR table : tables»
			*«table.name»
			«FOR chain : table.chains»
				«chain.text»
			«ENDFOR»
			«FOR rule : table.rules»
				«IF rule.origin.known»
					# «place(rule)»
				«ENDIF»
				«rule.text»
			«ENDFOR»
			COMMIT
		«ENDFOR»
	'''

	/** Tables are replaced as a whole, in one transaction. */
	static def String nft(HostPlan plan) '''
		# Packet rules of «plan.host», for nft -f.
		«FOR table : plan.packets.nft»

			table «table.title»
			delete table «table.title»
			«IF !table.chains.empty»
				table «table.title» {
				«FOR chain : table.chains SEPARATOR "\n"»
					«"\t"»chain «chain.name» {
					«IF !chain.base.text.empty»
						«IF chain.base.origin.known»
							«"\t\t"»# «place(chain.base)»
						«ENDIF»
						«"\t\t"»«chain.base.text»
					«ENDIF»
					«FOR rule : chain.rules»
						«IF rule.origin.known»
							«"\t\t"»# «place(rule)»
						«ENDIF»
						«"\t\t"»«rule.text»
					«ENDFOR»
					«"\t"»}
				«ENDFOR»
				}
			«ENDIF»
		«ENDFOR»
	'''

	static def Map<String, String> settings(HostPlan plan) {
		val files = new TreeMap<String, String>
		files.put("sysctl.conf", settings(plan.settings.first,
			'''Settings of «plan.host» that must be made before its links.'''))
		files.put("sysctl-interfaces.conf", settings(plan.settings.interfaces,
			'''Settings of the interfaces of «plan.host».'''))
		files.put("sysctl-netfilter.conf", settings(plan.settings.netfilter,
			'''Settings of «plan.host» that come into being with its packet rules.'''))
		return files
	}

	private static def String settings(List<Line> lines, CharSequence title) '''
		# «title»
		# What has no source line is a kernel's default that the predictions rest on.

		«FOR line : lines»
			«IF line.origin.known»
				# «place(line)»
			«ENDIF»
			«line.text»
		«ENDFOR»
	'''

	static def Map<String, String> batches(IpBatches batches) {
		val files = new TreeMap<String, String>
		val suffix = suffix(batches.family) + ".batch"
		files.put("addresses" + suffix, batch(batches.addresses))
		files.put("routes" + suffix, batch(batches.routes))
		files.put("rules" + suffix, batch(batches.rules))
		files.put("neighbours" + suffix, batch(batches.neighbours))
		return files
	}

	static def String suffix(Family family) {
		if (family == Family.IPV6) "6" else ""
	}

	static def String batch(List<Line> lines) '''
		«FOR line : lines»
			«line.text»«IF line.origin.known» # «place(line)»«ENDIF»
		«ENDFOR»
	'''

	private static def place(Line line) {
		ShellWord.comment(line.origin.toString)
	}
}
