package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
    private static JsonNode facts;

    @BeforeAll
    static void ask() throws IOException {
        facts = Invocation.of("doctor", "--json").json();
    }

    @Test
    void saysWhatItRunsOn() {
        assertThat(facts.get("jdk").asText()).contains(Runtime.version().toString());
        assertThat(facts.get("cores").asInt()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(facts.get("os").asText()).startsWith(System.getProperty("os.name"));
        assertThat(facts.fieldNames()).toIterable().contains("vectorUnit", "gpu", "maxMemoryMiB");
    }

    /** The tests run with the backend that the program comes with. */
    @Test
    void namesTheTensorBackend() {
        assertThat(facts.get("nd4jBackend").asText()).isEqualTo("CpuBackend");
        assertThat(facts.get("nd4j").get("backend").asText()).isEqualTo("CPU");
    }

    /** The published hashes of the compressed files. */
    @Test
    void givesTheHashesOfTheDataFound() {
        JsonNode mnist = facts.get("data").get("mnist");
        assertThat(mnist.get("train-images-idx3-ubyte.gz").asText())
                .isEqualTo("0b367032e93c5d0cea0925647cfdb18614af8ee15f83e6f2fc2ad904a6835971");
        assertThat(mnist.get("train-labels-idx1-ubyte.gz").asText())
                .isEqualTo("1787548bbe0bff1ec2ecdc0ef292b02df999e2d1a6002d27500982c652b17203");
        assertThat(mnist.get("t10k-images-idx3-ubyte.gz").asText())
                .isEqualTo("1a1a05eab793c14bb050b398624a11b0ffd1a2953baed553b1b9bd079e2a20be");
        assertThat(mnist.get("t10k-labels-idx1-ubyte.gz").asText())
                .isEqualTo("b91679a0acfe4ba0e50a2437a903084cba1f5f92592b016a25a7dfd00455798b");
    }

    @Test
    void resultsForPeopleAreALineForEachFact() {
        Invocation invocation = Invocation.of("doctor");
        assertThat(invocation.status()).isZero();
        assertThat(invocation.results())
                .containsPattern("(?m)^cores +\\d+$")
                .containsPattern("(?m)^nd4j backend +CPU$")
                .containsPattern("(?m)^data mnist t10k-labels-idx1-ubyte.gz +[0-9a-f]{64}$");
    }
}
