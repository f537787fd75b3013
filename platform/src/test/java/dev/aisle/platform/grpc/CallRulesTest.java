package dev.aisle.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.RetryInfo;
import dev.aisle.platform.storage.StorageException;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.protobuf.ProtoUtils;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallRulesTest {
    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> MESSAGE =
            Metadata.Key.of("grpc-message", Metadata.ASCII_STRING_MARSHALLER);

    private static final Metadata.Key<com.google.rpc.Status> DETAILS = Metadata.Key.of(
            "grpc-status-details-bin", ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

    @ParameterizedTest
    @CsvSource({
        "1n, INTERNAL, DEADLINE_EXCEEDED, The call took longer than the client gave it.",
        "1H, INTERNAL, INTERNAL, a: b %25",
        "1n, OK, OK,",
    })
    void aCallThatFailsAfterItsDeadlineIsOverItsDeadline(
            String timeout, Code ended, Code told, @Nullable String message) {
        Metadata headers = new Metadata();
        headers.put(TIMEOUT, timeout);
        Closed call = new Closed();
        Metadata trailers = new Metadata();

        new CallRules(100, Set.of()).interceptCall(call, headers, (ruled, _) -> {
            ruled.close(ended == Code.OK ? Status.OK : ended.toStatus().withDescription("a: b %"), trailers);
            return new ServerCall.Listener<>() {};
        });

        assertThat(call.status).isNotNull();
        assertThat(call.status.getCode()).isEqualTo(told);
        assertThat(trailers.get(MESSAGE)).isEqualTo(message);
    }

    @Test
    void bytesThatAreNoMessageAreTheCallersFault() {
        Closed call = new Closed();

        new CallRules(100, Set.of())
                .interceptCall(call, new Metadata(), (_, _) -> new ServerCall.Listener<>() {})
                .onHalfClose();

        assertThat(call.status).isNotNull();
        assertThat(call.status.getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void aFailureInsideSaysNothingOfTheInside() {
        Closed call = new Closed();
        Metadata trailers = new Metadata();

        new CallRules(100, Set.of()).interceptCall(call, new Metadata(), (ruled, _) -> {
            ruled.close(Status.UNKNOWN.withDescription("StorageException - select password from people"), trailers);
            return new ServerCall.Listener<>() {};
        });

        assertThat(call.status).isNotNull();
        assertThat(call.status.getCode()).isEqualTo(Code.INTERNAL);
        assertThat(trailers.get(MESSAGE)).isEqualTo("The service failed; its log says why.");
    }

    @Test
    void aDatabaseThatIsAwayIsUnavailableAndSaysWhenToAskAgain() throws Exception {
        Closed call = new Closed();
        Metadata trailers = new Metadata();
        SQLException refused = new SQLException("Connection to db:5432 refused", "08001");

        new CallRules(100, Set.of()).interceptCall(call, new Metadata(), (ruled, _) -> {
            ruled.close(Status.UNKNOWN.withCause(new StorageException("No people", refused)), trailers);
            return new ServerCall.Listener<>() {};
        });

        assertThat(call.status).isNotNull();
        assertThat(call.status.getCode()).isEqualTo(Code.UNAVAILABLE);
        assertThat(trailers.get(MESSAGE)).isEqualTo("The database can't be reached now; send the same again.");
        assertThat(trailers.get(DETAILS)).isNotNull();
        assertThat(trailers.get(DETAILS)
                        .getDetails(0)
                        .unpack(RetryInfo.class)
                        .getRetryDelay()
                        .getSeconds())
                .isEqualTo(5);
    }

    /** A call that remembers how it ended. */
    private static final class Closed extends ServerCall<InputStream, InputStream> {
        private static final MethodDescriptor.Marshaller<InputStream> BYTES = new MethodDescriptor.Marshaller<>() {
            @Override
            public InputStream stream(InputStream value) {
                return value;
            }

            @Override
            public InputStream parse(InputStream stream) {
                return new ByteArrayInputStream(new byte[0]);
            }
        };
        private static final MethodDescriptor<InputStream, InputStream> METHOD =
                MethodDescriptor.<InputStream, InputStream>newBuilder()
                        .setType(MethodType.UNARY)
                        .setFullMethodName("a.B/C")
                        .setRequestMarshaller(BYTES)
                        .setResponseMarshaller(BYTES)
                        .build();

        private @Nullable Status status;

        @Override
        public void request(int numMessages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(InputStream message) {}

        @Override
        public void close(Status ended, Metadata trailers) {
            status = ended;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<InputStream, InputStream> getMethodDescriptor() {
            return METHOD;
        }
    }
}
