package dev.aisle.ingest.shared.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class AcknowledgedWriterTest {
    @Test
    void aBrokerThatNeverAnswersAcknowledgesNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AcknowledgedWriter writer = new AcknowledgedWriter(
                    "127.0.0.1:" + silent.getLocalPort(), Duration.ofSeconds(1), "none", Duration.ZERO);

            assertThat(writer.write(List.of(new ProducerRecord<>("topic", "key", new byte[1]))))
                    .isFalse();
            writer.close();
        }
    }

    @Test
    void nothingToWriteIsWritten() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AcknowledgedWriter writer = new AcknowledgedWriter(
                    "127.0.0.1:" + silent.getLocalPort(), Duration.ofSeconds(1), "none", Duration.ZERO);

            assertThat(writer.write(List.of())).isTrue();
            writer.close();
        }
    }
}
