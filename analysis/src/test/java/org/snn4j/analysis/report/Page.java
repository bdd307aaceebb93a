package org.snn4j.analysis.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A report as a parser that did not write it sees it. */
record Page(Document document) {
    static Page of(HtmlReport report) {
        try {
            return new Page(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(report.html()))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("the report is not well-formed", e);
        }
    }

    List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    List<String> texts(String name) {
        return elements(name).stream().map(Element::getTextContent).toList();
    }
}
