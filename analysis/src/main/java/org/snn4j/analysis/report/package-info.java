/** A report as one self-contained HTML file: text, tables and pictures, no script, nothing loaded from elsewhere. */
package org.snn4j.analysis.report;
