package dev.aisle.recommender.serving.edge;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;

/**
 * Answers in gzip whoever asks in gzip, as other gRPC servers do. Accepting it isn't asking for it: Java clients always accept it, and within a
 * data centre it costs more than it saves (a twelfth of a list's time).
 */
@Singleton
@GlobalInterceptor
class GrpcCompression implements ServerInterceptor {
    private static final String GZIP = "gzip";
    private static final Metadata.Key<String> ENCODING =
            Metadata.Key.of("grpc-encoding", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (GZIP.equals(headers.get(ENCODING))) {
            call.setCompression(GZIP);
        }
        return next.startCall(call, headers);
    }
}
