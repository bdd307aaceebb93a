package org.snn4j.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Random;
import java.util.logging.Logger;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.snn4j.network.array.Shape;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** For the architecture test, whose rules must each find something here; never run. */
public final class AllThatIsForbidden {
    private static final ThreadLocal<Shape> ANOTHER_MODULE = new ThreadLocal<>();

    private AllThatIsForbidden() {}

    static void printsAndEnds() {
        System.out.println(ANOTHER_MODULE.get());
        System.exit(1);
    }

    static double drawsAndTellsTheTime() {
        return new Random(System.nanoTime()).nextDouble() + Math.random() + new SecureRandom().nextDouble();
    }

    static void serialises(InputStream in, OutputStream out) throws IOException, ClassNotFoundException {
        new ObjectOutputStream(out).writeObject(new ObjectInputStream(in).readObject());
    }

    static ObjectMapper readsAnyClass() {
        return new ObjectMapper().deactivateDefaultTyping();
    }

    static XMLReader readsWhatNothingHereReads() throws SAXException, ParserConfigurationException {
        return SAXParserFactory.newInstance().newSAXParser().getXMLReader();
    }

    static double dependsOnTheMachine(double x) {
        return Math.log(x);
    }

    static void logsWhichBackendItNames() {
        Logger.getLogger("snn4j").info(CpuBackend.class.getName());
    }
}
