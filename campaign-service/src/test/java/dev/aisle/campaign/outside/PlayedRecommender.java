package dev.aisle.campaign.outside;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.recommender.v1.Reason;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.RecommendedItem;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc;
import dev.aisle.contracts.recommender.v1.Reranking;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;

/**
 * A recommender that answers with what it was asked, so that a test can see it: the first item's title is
 * {@code subject|context|cart|locale}, the second one's ends with how it is to be ordered. Items on the page tell it to fail: {@code recommender-down}, {@code recommender-slow}.
 */
public final class PlayedRecommender {
    public static final String TOKEN = "token-of-campaign-service";

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Server server;

    private PlayedRecommender(Server server) {
        this.server = server;
    }

    /** Starts at a port; 0 for any that is free. */
    public static PlayedRecommender start(int port) throws IOException {
        ServerServiceDefinition service = ServerServiceDefinition.builder(RecommenderGrpc.SERVICE_NAME)
                .addMethod(
                        RecommenderGrpc.getRecommendMethod(), ServerCalls.asyncUnaryCall(PlayedRecommender::recommend))
                .build();
        return new PlayedRecommender(ServerBuilder.forPort(port)
                .addService(ServerInterceptors.intercept(service, new ServerInterceptor() {
                    @Override
                    public <Q, A> ServerCall.Listener<Q> interceptCall(
                            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                        if (("Bearer " + TOKEN).equals(headers.get(AUTHORIZATION))) {
                            return next.startCall(call, headers);
                        }
                        call.close(Status.UNAUTHENTICATED, new Metadata());
                        return new ServerCall.Listener<>() {};
                    }
                }))
                .build()
                .start());
    }

    int port() {
        return server.getPort();
    }

    public void stop() {
        server.shutdownNow();
    }

    private static void recommend(RecommendRequest request, StreamObserver<RecommendResponse> answer) {
        if (request.getContextItemsList().contains("recommender-down")) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
        } else if (!request.getContextItemsList().contains("recommender-slow")) {
            // The slow one never answers: the caller's deadline ends the call.
            answer.onNext(response(request));
            answer.onCompleted();
        }
    }

    private static RecommendResponse response(RecommendRequest request) {
        String asked = String.join(
                "|",
                List.of(
                        request.getSubject(),
                        String.join(",", request.getContextItemsList()),
                        String.join(",", request.getCartList()),
                        request.getLocale()));
        return RecommendResponse.newBuilder()
                .setRequestId("r1")
                .setPersonalized(!request.getSubject().isEmpty())
                .setModelVersion("m7")
                .addItems(item("tea", asked, 1299, "EUR").setPropensity(0.25))
                .addItems(item("ice", "Ice" + ranked(request), 500, "JPY"))
                .build();
    }

    private static String ranked(RecommendRequest request) {
        Reranking wishes = request.getReranking();
        return request.hasReranking() ? " " + wishes.getDiversity() + " " + wishes.getDiversityMethod() : "";
    }

    private static RecommendedItem.Builder item(String id, String title, long minorUnits, String currency) {
        return RecommendedItem.newBuilder()
                .setProductId(id)
                .setTitle(title)
                .setPrice(Money.newBuilder().setMinorUnits(minorUnits).setCurrency(currency))
                .setScore(0.5f)
                .setSource("item-knn")
                .setReason(Reason.newBuilder()
                        .setCode("bought-with")
                        .setText("Bought with milk")
                        .addCauseProductIds("milk"));
    }
}
