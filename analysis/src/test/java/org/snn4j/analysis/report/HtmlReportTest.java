package org.snn4j.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snn4j.analysis.chart.AccuracyCurve;
import org.snn4j.analysis.chart.Charts;
import org.snn4j.analysis.chart.PngImage;
import org.w3c.dom.Element;

/** Oracle of most tests: the JDK's XML parser, which reads the report back and refuses markup that does not close. */
class HtmlReportTest {
    private static final String MARKUP = "</style><script>alert('1 & \"2\"')</script>";

    private final PngImage picture = Charts.png(new AccuracyCurve(List.of(), List.of()).chart("Accuracy"), 320, 240);
    private final Figure figure = new Figure(picture, "an empty chart", "Accuracy");

    @Test
    void partsAreReadBackInTheirOrder() {
        Page page = Page.of(HtmlReport.titled("Run 42")
                .summary("One pass.")
                .headline(new Headline("Test accuracy", "90.6 %", "10,000 digits"))
                .headline(new Headline("Seed", "42", ""))
                .section("Learned", new Paragraph("first"), figure)
                .section("Made", new Listing("snn4j train"), Facts.of(Map.of("dt", "1 ms")))
                .build());

        assertThat(page.texts("title")).containsExactly("Run 42");
        assertThat(page.texts("h1")).containsExactly("Run 42");
        assertThat(page.texts("h2")).containsExactly("Learned", "Made");
        assertThat(page.texts("dt")).containsExactly("Test accuracy", "Seed");
        assertThat(page.texts("dd")).containsExactly("90.6 %", "10,000 digits", "42");
        assertThat(page.texts("p")).containsExactly("One pass.", "first");
        assertThat(page.texts("pre")).containsExactly("snn4j train");
        assertThat(page.texts("td")).containsExactly("1 ms");
        assertThat(page.texts("figcaption")).containsExactly("Accuracy");
    }

    @Test
    void markupInAnyTextIsShownAsText() {
        Page page = Page.of(HtmlReport.titled(MARKUP)
                .summary(MARKUP)
                .headline(new Headline(MARKUP, MARKUP, MARKUP))
                .section(
                        MARKUP,
                        new Paragraph(MARKUP),
                        new Figure(picture, MARKUP, MARKUP),
                        new Listing(MARKUP),
                        Facts.of(Map.of(MARKUP, MARKUP)),
                        card(MARKUP),
                        new Table(List.of(MARKUP), List.of(List.of(MARKUP))))
                .build());

        assertThat(page.elements("script")).isEmpty();
        for (String name : List.of("title", "h1", "h2", "h3", "dt", "dd", "p", "pre", "th", "td", "figcaption")) {
            assertThat(page.texts(name)).as(name).contains(MARKUP).isSubsetOf(MARKUP, "", "50 %");
        }
        assertThat(page.elements("img").get(0).getAttribute("alt")).isEqualTo(MARKUP);
    }

    private Cards card(String text) {
        return new Cards(List.of(
                new Cards.Card(picture, text, text, text, List.of(new Cards.Bar(text, 0.5, Cards.Kind.OTHER)))));
    }

    /** Without the script the last picture is the one that is seen, and no control that would do nothing. */
    @Test
    void sliderShowsItsLastPictureUntilTheScriptTakesOver() {
        Page page = Page.of(withSlider());
        List<Element> frames = page.elements("img");

        assertThat(frames).extracting(frame -> frame.getAttribute("hidden")).containsExactly("hidden", "hidden", "");
        assertThat(frames)
                .extracting(frame -> frame.getAttribute("data-moment"))
                .containsExactly("first <", "then", "last");
        assertThat(frames.get(2).getAttribute("alt")).isEqualTo("a drawing last");
        assertThat(page.elements("input").get(0).getParentNode().getAttributes().getNamedItem("hidden"))
                .isNotNull();
        assertThat(page.texts("p")).containsExactly("last");
    }

    /** The policy names the script by the hash of its text, as browsers work it out. */
    @Test
    void onlyTheSlidersScriptMayRun() throws NoSuchAlgorithmException {
        Page page = Page.of(withSlider());
        String script = page.texts("script").get(0);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));

        assertThat(page.elements("script")).hasSize(1);
        assertThat(policy(page))
                .endsWith("; script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        assertThat(policy(Page.of(HtmlReport.titled("Run").build())))
                .startsWith("default-src 'none';")
                .doesNotContain("script-src");
    }

    private HtmlReport withSlider() {
        List<Slider.Frame> frames = Stream.of("first <", "then", "last")
                .map(moment -> new Slider.Frame(picture, moment))
                .toList();
        return HtmlReport.titled("Run")
                .section("Training", new Slider(frames, "a drawing", "caption"))
                .build();
    }

    private static String policy(Page page) {
        return page.elements("meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(meta -> meta.getAttribute("content"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void barIsAsLongAsItsShareAndSaysItInNumbers() {
        Cards cards = new Cards(List.of(new Cards.Card(
                picture,
                "a digit",
                "4 taken for 9",
                "note",
                List.of(new Cards.Bar("9", 0.626, Cards.Kind.WRONG), new Cards.Bar("4", 0, Cards.Kind.RIGHT)))));
        Page page = Page.of(HtmlReport.titled("Run").section("Mistakes", cards).build());

        assertThat(page.texts("h3")).containsExactly("4 taken for 9");
        assertThat(page.elements("span"))
                .extracting(bar -> bar.getAttribute("style"))
                .containsExactly("width: 63%", "width: 0%");
        assertThat(page.elements("tr"))
                .extracting(row -> row.getAttribute("class"))
                .containsExactly("wrong", "right");
        assertThat(page.texts("td")).containsExactly("", "63 %", "", "0 %");
        assertThatThrownBy(() -> new Cards.Bar("9", 1.01, Cards.Kind.WRONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bar 9 is 1.01");
    }

    @Test
    void sliderWithoutPicturesOrWordsIsRefused() {
        assertThatThrownBy(() -> new Slider(List.of(), "a drawing", "caption"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slider(List.of(new Slider.Frame(picture, "now")), " ", "caption"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"caption\"");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        HtmlReport report = HtmlReport.titled("Run").section("Charts", figure).build();
        Page page = Page.of(report);

        assertThat(report.html()).doesNotContain("http://", "https://", "url(", "@import");
        for (String name : List.of("script", "link", "iframe", "object", "embed", "base", "a")) {
            assertThat(page.elements(name)).as(name).isEmpty();
        }
        assertThat(page.elements("img"))
                .extracting(image -> image.getAttribute("src"))
                .allMatch(source -> source.startsWith("data:image/png;base64,"));
    }

    @Test
    void pictureIsInsideByteForByteWithItsSizeAndText() {
        Element image = Page.of(
                        HtmlReport.titled("Run").section("Charts", figure).build())
                .elements("img")
                .get(0);
        String source = image.getAttribute("src");

        assertThat(Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1)))
                .isEqualTo(picture.bytes());
        assertThat(image.getAttribute("width")).isEqualTo("320");
        assertThat(image.getAttribute("height")).isEqualTo("240");
        assertThat(image.getAttribute("alt")).isEqualTo("an empty chart");
    }

    @Test
    void figuresThatFollowEachOtherStandTogether() {
        Page page = Page.of(HtmlReport.titled("Run")
                .section("Charts", figure, figure, new Paragraph("between"), figure)
                .build());

        assertThat(page.elements("div")).hasSize(2);
        assertThat(page.elements("div").get(0).getElementsByTagName("figure").getLength())
                .isEqualTo(2);
    }

    @Test
    void wideFigureHasItsRowForItself() {
        PngImage wide = Charts.png(new AccuracyCurve(List.of(), List.of()).chart("Accuracy"), 1_200, 300);
        Page page = Page.of(HtmlReport.titled("Run")
                .section("Charts", figure, new Figure(wide, "a chart", ""))
                .build());

        assertThat(page.elements("figure"))
                .extracting(element -> element.getAttribute("class"))
                .containsExactly("", "wide");
    }

    @Test
    void columnsOfNumbersStandRight() {
        Table table = new Table(
                List.of("vote", "right", "accuracy", "note"),
                List.of(List.of("all activity", "8,890", "88.9 %", "4"), List.of("n-gram", "–", "1.5e-3", "few")));
        Page page = Page.of(HtmlReport.titled("Run").section("Votes", table).build());

        assertThat(page.elements("th"))
                .extracting(element -> element.getAttribute("class"))
                .containsExactly("", "number", "number", "");
    }

    @Test
    void emptyReportIsAPageWithATitle() {
        Page page = Page.of(HtmlReport.titled("Nothing yet").build());

        assertThat(page.texts("h1")).containsExactly("Nothing yet");
        assertThat(page.elements("section")).isEmpty();
        assertThat(page.elements("dl")).isEmpty();
    }

    @Test
    void errorOfTheTargetReachesTheCaller() {
        HtmlReport report = HtmlReport.titled("Run").build();

        assertThatThrownBy(() -> report.writeTo(new FullTarget()))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }

    @Test
    void rowWithAMissingCellIsRejected() {
        assertThatThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1 has 1 cells")
                .hasMessageContaining("2 headings");
    }

    @Test
    void figureWithoutAlternativeTextIsRejected() {
        assertThatThrownBy(() -> new Figure(picture, " ", "Accuracy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"Accuracy\"");
    }

    private static final class FullTarget implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw new IOException("no space left");
        }

        @Override
        public Appendable append(char character) throws IOException {
            throw new IOException("no space left");
        }
    }
}
