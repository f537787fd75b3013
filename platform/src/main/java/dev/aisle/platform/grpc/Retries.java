package dev.aisle.platform.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.protobuf.ProtoUtils;

/** Tells clients of gRPC when to ask again, as {@code Retry-After} does over HTTP. */
final class Retries {
    private static final Metadata.Key<Status> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", ProtoUtils.metadataMarshaller(Status.getDefaultInstance()));

    private Retries() {}

    /**
     * Returns the trailers of a call that can be made again.
     *
     * @see <a href="https://google.aip.dev/193">AIP-193, RetryInfo</a>
     */
    static Metadata after(String message, int seconds) {
        RetryInfo retry = RetryInfo.newBuilder()
                .setRetryDelay(Duration.newBuilder().setSeconds(seconds))
                .build();
        Metadata trailers = new Metadata();
        trailers.put(
                DETAILS,
                Status.newBuilder()
                        .setCode(Code.UNAVAILABLE_VALUE)
                        .setMessage(message)
                        .addDetails(Any.pack(retry))
                        .build());
        return trailers;
    }
}
