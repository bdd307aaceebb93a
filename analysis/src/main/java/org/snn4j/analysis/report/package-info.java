/** A report as one self-contained HTML file: text, tables, pictures and sliders, nothing loaded from elsewhere. */
package org.snn4j.analysis.report;
