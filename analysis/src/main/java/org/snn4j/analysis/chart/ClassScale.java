package org.snn4j.analysis.chart;

import java.awt.Paint;
import org.jfree.chart.renderer.PaintScale;

/** The colours of a class map's cells by the number of the class. */
record ClassScale(ClassMap map) implements PaintScale {
    @Override
    public double getLowerBound() {
        return -1;
    }

    @Override
    public double getUpperBound() {
        return map.classNames().size();
    }

    @Override
    public Paint getPaint(double label) {
        return map.colour((int) label);
    }
}
