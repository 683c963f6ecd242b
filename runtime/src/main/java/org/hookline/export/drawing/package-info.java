/** Pictures as data, drawn by the workbench on a canvas and by exporters as SVG. */
package org.hookline.export.drawing;
