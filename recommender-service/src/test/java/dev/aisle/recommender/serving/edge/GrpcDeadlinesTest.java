package dev.aisle.recommender.serving.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header of https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md, "Timeout". */
class GrpcDeadlinesTest {
    @ParameterizedTest
    @CsvSource({
        "5000m,PT5S",
        "2S,PT2S",
        "1M,PT1M",
        "1H,PT1H",
        "1n,PT0S",
        "9000000u,PT9S",
        "bad,PT1M",
        "99999999999S,PT1M"
    })
    void theCallHasTheDeadlineOfItsHeader(String header, Duration expected) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER), header);
        AtomicLong remaining = new AtomicLong();

        new GrpcDeadlines()
                .interceptCall(new NoCall<String, String>(), headers, (call, ignored) -> new ServerCall.Listener<>() {
                    @Override
                    public void onHalfClose() {
                        remaining.set(GrpcDeadlines.current().remainingNanos());
                    }
                })
                .onHalfClose();

        // Some of it has passed by now; none has been added.
        assertThat(remaining.get())
                .isBetween(0L, expected.toNanos() + 1)
                .isGreaterThanOrEqualTo(expected.toNanos() / 1000);
    }

    /** A call that nobody answers. */
    private static final class NoCall<Q, A> extends ServerCall<Q, A> {
        @Override
        public void request(int numMessages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(A message) {}

        @Override
        public void close(Status status, Metadata trailers) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<Q, A> getMethodDescriptor() {
            throw new UnsupportedOperationException("nobody asks");
        }
    }
}
