package org.snn4j.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {
    /** Oracle: the JDK's XML parser reads back what was written; a carriage return it reads as a line end. */
    @Property(tries = 500)
    void anyTextIsReadBackAsItWasBetweenTags(@ForAll String text) {
        String expected = readable(text);

        assertThat(Page.of(HtmlReport.titled(text).build()).texts("h1")).containsExactly(expected);
    }

    @Test
    void whatHtmlForbidsIsReplaced() {
        assertThat(Html.escaped("a\u0000b\u001bc\ud800d\ufffee")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
    }

    @Test
    void charactersBeyondSixteenBitsStay() {
        assertThat(Html.escaped("μV 🧠")).isEqualTo("μV 🧠");
    }

    private static String readable(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cs}", "\ufffd")
                .replaceAll("[\\x{FFFE}\\x{FFFF}]|[\\x{1FFFE}-\\x{1FFFF}]", "\ufffd")
                .replaceAll("\\r\\n?", "\n");
    }
}
