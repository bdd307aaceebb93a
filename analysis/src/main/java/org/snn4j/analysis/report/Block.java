package org.snn4j.analysis.report;

/** A piece of a report's section. Its text is plain text: whatever it holds is shown as it stands. */
public sealed interface Block permits Paragraph, Figure, Facts, Table, Listing, Slider, Cards {}
