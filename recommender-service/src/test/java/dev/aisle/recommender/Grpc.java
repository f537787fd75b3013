package dev.aisle.recommender;

import dev.aisle.contracts.recommender.v1.RecommenderGrpc;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc.RecommenderBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.restassured.RestAssured;

/** A gRPC client of the service under test. */
public final class Grpc implements AutoCloseable {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port)
            .usePlaintext()
            .build();

    /** The channel itself. */
    public ManagedChannel channel() {
        return channel;
    }

    /** Calls without a token. */
    public RecommenderBlockingStub anonymous() {
        return RecommenderGrpc.newBlockingStub(channel);
    }

    /** Calls with a token. */
    public RecommenderBlockingStub with(String token) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return anonymous().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
