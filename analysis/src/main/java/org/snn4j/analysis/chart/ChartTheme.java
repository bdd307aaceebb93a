package org.snn4j.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How every chart looks: fonts, colours and lines. It dresses the charts it makes and leaves JFreeChart's own theme alone.
 */
final class ChartTheme {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1d2630);
    static final Color FAINT_INK = new Color(0x5b6672);
    static final Color GHOST_INK = new Color(0xb4bcc5);
    static final Color GRID = new Color(0xe3e7ec);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    static final Stroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke DASHES =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {7f, 5f}, 0f);
    private static final Stroke HAIRLINE = new BasicStroke(1f);
    private static final RectangleInsets AROUND_PLOT = new RectangleInsets(4, 0, 0, 24);
    private static final double BETWEEN_PANELS = 14;

    /** Okabe and Ito's colours, which people with any common colour blindness can tell apart, the darker ones first. */
    private static final List<Color> SERIES = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x56b4e9));

    /** Paul Tol's light scheme, made to stand behind black letters, but its grey, and two more of that kind. */
    private static final List<Color> CATEGORIES = List.of(
            new Color(0x77aadd),
            new Color(0xee8866),
            new Color(0xbbcc33),
            new Color(0xffaabb),
            new Color(0x44bb99),
            new Color(0xeedd88),
            new Color(0xb79ad9),
            new Color(0x99ddff),
            new Color(0xaaaa00),
            new Color(0xc9a06f));

    private static final float PALE = 0.42f;
    private static final float BRIGHT = 0.93f;

    private ChartTheme() {}

    /** The colour behind black letters of one of so many categories; of more than ten the hues are spread evenly. */
    static Color category(int number, int of) {
        return of <= CATEGORIES.size()
                ? CATEGORIES.get(number)
                : Color.getHSBColor((float) number / of, PALE, number % 2 == 0 ? BRIGHT : BRIGHT * BRIGHT);
    }

    /** The colour of the line with that number; after the last colour they start again. */
    static Color series(int number) {
        return SERIES.get(number % SERIES.size());
    }

    /** How many lines can be told apart. */
    static int colours() {
        return SERIES.size();
    }

    /** Digits as English writes them, wherever the program runs. */
    static DecimalFormat number(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    static XYPlot plot(ValueAxis horizontal, ValueAxis vertical) {
        XYPlot plot = new XYPlot(null, horizontal, vertical, null);
        dress(plot);
        plot.setInsets(AROUND_PLOT);
        dress(horizontal);
        dress(vertical);
        return plot;
    }

    /** One of the plots of a {@link #stack}. */
    static XYPlot panel(ValueAxis vertical) {
        XYPlot plot = new XYPlot(null, null, vertical, null);
        dress(plot);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        dress(vertical);
        return plot;
    }

    /** A plot without panels so far, which will stand one below the other over the same horizontal axis. */
    static CombinedDomainXYPlot stack(ValueAxis horizontal) {
        CombinedDomainXYPlot stack = new CombinedDomainXYPlot(horizontal);
        dress(stack);
        stack.setInsets(AROUND_PLOT);
        stack.setGap(BETWEEN_PANELS);
        dress(horizontal);
        return stack;
    }

    private static void dress(XYPlot plot) {
        plot.setBackgroundPaint(PAPER);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static JFreeChart chart(String title, XYPlot plot) {
        JFreeChart chart = new JFreeChart(title, TITLE, plot, false);
        chart.setBackgroundPaint(PAPER);
        chart.setPadding(new RectangleInsets(10, 12, 10, 12));
        TextTitle heading = chart.getTitle();
        heading.setPaint(INK);
        placeLeft(heading);
        heading.setPadding(new RectangleInsets(0, 0, 8, 0));
        return chart;
    }

    /** A quiet line of text under the chart. */
    static TextTitle footnote(String text) {
        TextTitle note = new TextTitle(text, SMALL);
        note.setPaint(FAINT_INK);
        note.setPosition(RectangleEdge.BOTTOM);
        placeLeft(note);
        note.setPadding(new RectangleInsets(6, 0, 0, 0));
        return note;
    }

    static LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(TEXT);
        legend.setItemPaint(INK);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 10));
        return legend;
    }

    /** What the colours of a scale mean. */
    static PaintScaleLegend legend(ColourScale scale, NumberAxis axis) {
        dress(axis);
        axis.setRange(scale.low(), scale.high());
        PaintScaleLegend legend = new PaintScaleLegend(scale, axis);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setStripWidth(12);
        legend.setSubdivisionCount(256);
        legend.setMargin(new RectangleInsets(10, 14, 0, 14));
        legend.setBackgroundPaint(PAPER);
        return legend;
    }

    private static void placeLeft(TextTitle title) {
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
    }

    /** The time of a simulation, from its start. */
    static NumberAxis timeAxis(double end) {
        NumberAxis axis = axis("time (ms)");
        axis.setNumberFormatOverride(number("#,##0.###"));
        axis.setRange(0, end);
        return axis;
    }

    /** The numbers of a layer's neurons, the first at the bottom. */
    static NumberAxis neuronAxis(String label, int neurons) {
        NumberAxis axis = axis(label);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setNumberFormatOverride(number("#,##0"));
        axis.setRange(-0.5, neurons - 0.5);
        return axis;
    }

    /** A numeric axis that ends where its data ends. */
    static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    static void dress(ValueAxis axis) {
        axis.setLabelFont(TEXT);
        axis.setLabelPaint(FAINT_INK);
        axis.setTickLabelFont(TEXT);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(GHOST_INK);
        axis.setTickMarkPaint(GHOST_INK);
    }
}
