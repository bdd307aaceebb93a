package org.snn4j.cli;

import java.util.List;
import org.snn4j.training.search.Variation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An option of {@code train} and the values that a search tries.
 *
 * @param name the option's, without its dashes
 */
record VariedSetting(String name, Variation variation) {
    /** Reads {@code nu-post=0.001,0.002} and {@code tauTheta=1e6:1e7}. */
    static final class Converter implements ITypeConverter<VariedSetting> {
        @Override
        public VariedSetting convert(String text) {
            int equals = text.indexOf('=');
            String values = text.substring(equals + 1);
            if (equals < 1 || values.isEmpty()) {
                throw new TypeConversionException("'" + text + "' is no setting with its values;"
                        + " nu-post=0.001,0.002 or nu-post=0.001:0.01 would be right.");
            }
            return new VariedSetting(Values.words(text.substring(0, equals)), variation(values));
        }

        private static Variation variation(String values) {
            if (!values.matches("[^,:]+:[^,:]+")) {
                return new Variation.Choices(List.of(values.split(",")));
            }
            String[] ends = values.split(":");
            Values.Real number = new Values.Real();
            try {
                boolean whole = values.matches("-?\\d+:-?\\d+");
                return new Variation.Range(number.convert(ends[0]), number.convert(ends[1]), whole);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
