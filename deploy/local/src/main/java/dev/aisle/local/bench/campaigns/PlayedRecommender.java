package dev.aisle.local.bench.campaigns;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.recommender.v1.Reason;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.RecommendedItem;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Answers every request with the same ten products at once, so that a decision is timed and not the recommender. */
final class PlayedRecommender implements AutoCloseable {
    private static final int ITEMS = 10;
    private static final RecommendResponse ANSWER = answer();
    private final Server server;

    PlayedRecommender() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .directExecutor()
                .addService(ServerServiceDefinition.builder(RecommenderGrpc.SERVICE_NAME)
                        .addMethod(
                                RecommenderGrpc.getRecommendMethod(),
                                ServerCalls.asyncUnaryCall(PlayedRecommender::recommend))
                        .build())
                .build()
                .start();
    }

    int port() {
        return server.getPort();
    }

    private static void recommend(RecommendRequest request, StreamObserver<RecommendResponse> observer) {
        observer.onNext(ANSWER);
        observer.onCompleted();
    }

    private static RecommendResponse answer() {
        var answer = RecommendResponse.newBuilder()
                .setRequestId("bench")
                .setPersonalized(true)
                .setModelVersion("bench-1");
        for (int item = 0; item < ITEMS; item++) {
            answer.addItems(RecommendedItem.newBuilder()
                    .setProductId("product-" + item)
                    .setTitle("Tea number " + item)
                    .setPrice(Money.newBuilder().setMinorUnits(1299).setCurrency("EUR"))
                    .setScore(0.5f)
                    .setPropensity(1)
                    .setSource("item-knn")
                    .setReason(Reason.newBuilder()
                            .setCode("bought-with")
                            .setText("Bought with milk")
                            .addCauseProductIds("milk")));
        }
        return answer.build();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
