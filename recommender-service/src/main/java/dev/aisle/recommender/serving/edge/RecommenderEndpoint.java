package dev.aisle.recommender.serving.edge;

import dev.aisle.contracts.recommender.v1.BatchAnswer;
import dev.aisle.contracts.recommender.v1.BoughtTogetherRequest;
import dev.aisle.contracts.recommender.v1.ExplainRequest;
import dev.aisle.contracts.recommender.v1.ExplainResponse;
import dev.aisle.contracts.recommender.v1.RecommendBatchRequest;
import dev.aisle.contracts.recommender.v1.RecommendBatchResponse;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc;
import dev.aisle.contracts.recommender.v1.SearchRequest;
import dev.aisle.contracts.recommender.v1.SimilarRequest;
import dev.aisle.contracts.recommender.v1.TrendingRequest;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.serving.domain.ItemList.ItemQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.usecase.Recommend;
import dev.aisle.recommender.serving.usecase.RecommendItems;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Function;

/** Recommendations over gRPC. */
@GrpcService
@RunOnVirtualThread
public class RecommenderEndpoint extends RecommenderGrpc.RecommenderImplBase {
    private static final int MOST_REQUESTS = 100;

    private final Recommend recommend;
    private final RecommendItems recommendItems;

    RecommenderEndpoint(Recommend recommend, RecommendItems recommendItems) {
        this.recommend = recommend;
        this.recommendItems = recommendItems;
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void recommend(RecommendRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        RecommendQuery query = GrpcRequests.query(request, checks);
        refuseIfAnyIn(checks);
        send(answer, GrpcAnswers.response(recommend.recommend(query)));
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void similar(SimilarRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        ItemQuery query = GrpcRequests.query(request, checks);
        items(checks, query, recommendItems::similar, answer);
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void boughtTogether(BoughtTogetherRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        ItemQuery query = GrpcRequests.query(request, checks);
        items(checks, query, recommendItems::boughtTogether, answer);
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void trending(TrendingRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        ItemQuery query = GrpcRequests.query(request, checks);
        items(checks, query, recommendItems::trending, answer);
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void recommendBatch(RecommendBatchRequest batch, StreamObserver<RecommendBatchResponse> answer) {
        Checks ofBatch = new Checks();
        if (batch.getRequestsCount() > MOST_REQUESTS) {
            ofBatch.refuse("requests", "must have at most " + MOST_REQUESTS + " entries");
        }
        refuseIfAnyIn(ofBatch);
        RecommendBatchResponse.Builder answers = RecommendBatchResponse.newBuilder();
        batch.getRequestsList().forEach(request -> answers.addAnswers(answerOf(request)));
        send(answer, answers.build());
    }

    private BatchAnswer answerOf(RecommendRequest request) {
        Checks checks = new Checks();
        RecommendQuery query = GrpcRequests.query(request, checks);
        return checks.errors().isEmpty()
                ? BatchAnswer.newBuilder()
                        .setResponse(GrpcAnswers.response(recommend.recommend(query)))
                        .build()
                : BatchAnswer.newBuilder()
                        .setFailure(GrpcAnswers.failure(checks.errors()))
                        .build();
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void search(SearchRequest request, StreamObserver<RecommendResponse> answer) {
        throw unimplemented("This version has no text search; use Recommend with filters.");
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void explain(ExplainRequest request, StreamObserver<ExplainResponse> answer) {
        throw unimplemented("This version explains items where it recommends them: set explain in Recommend.");
    }

    private static StatusRuntimeException unimplemented(String description) {
        return Status.UNIMPLEMENTED.withDescription(description).asRuntimeException();
    }

    private void items(
            Checks checks,
            ItemQuery query,
            Function<ItemQuery, Recommendations> list,
            StreamObserver<RecommendResponse> answer) {
        refuseIfAnyIn(checks);
        query.productIds().stream()
                .filter(id -> !recommendItems.exists(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Status.NOT_FOUND
                            .withDescription("The catalogue has no product " + id + ".")
                            .asRuntimeException();
                });
        send(answer, GrpcAnswers.response(list.apply(query)));
    }

    private static void refuseIfAnyIn(Checks checks) {
        if (!checks.errors().isEmpty()) {
            throw GrpcAnswers.invalid(checks.errors());
        }
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
