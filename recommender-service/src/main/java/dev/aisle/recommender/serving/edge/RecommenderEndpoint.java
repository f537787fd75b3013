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
import dev.aisle.contracts.recommender.v1.SimilarToImageRequest;
import dev.aisle.contracts.recommender.v1.TrendingRequest;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.search.SearchProducts;
import dev.aisle.recommender.search.SearchQuery;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.domain.PastExplanation;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.usecase.ExplainItem;
import dev.aisle.recommender.serving.usecase.ExplainServed;
import dev.aisle.recommender.serving.usecase.ExplainServed.Past;
import dev.aisle.recommender.serving.usecase.Recommend;
import dev.aisle.recommender.serving.usecase.RecommendByPicture;
import dev.aisle.recommender.serving.usecase.RecommendItems;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.function.BiFunction;

/** Recommendations over gRPC. */
@GrpcService
@Blocking
class RecommenderEndpoint extends RecommenderGrpc.RecommenderImplBase {
    private static final int MOST_REQUESTS = 100;

    private final RequestReader reader;
    private final GrpcRequests requests;
    private final Recommend recommend;
    private final RecommendItems recommendItems;
    private final RecommendByPicture recommendByPicture;
    private final ExplainItem explainItem;
    private final ExplainServed explainServed;
    private final SearchProducts searchProducts;

    RecommenderEndpoint(
            RequestReader reader,
            Recommend recommend,
            RecommendItems recommendItems,
            RecommendByPicture recommendByPicture,
            ExplainItem explainItem,
            ExplainServed explainServed,
            SearchProducts searchProducts) {
        this.reader = reader;
        this.requests = new GrpcRequests(reader);
        this.recommend = recommend;
        this.recommendItems = recommendItems;
        this.recommendByPicture = recommendByPicture;
        this.explainItem = explainItem;
        this.explainServed = explainServed;
        this.searchProducts = searchProducts;
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void recommend(RecommendRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        RecommendQuery query = reader.read(request, checks);
        send(answer, GrpcAnswers.response(recommend.recommend(query, inTime(checks))));
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void similar(SimilarRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        items(checks, requests.similar(request, checks), recommendItems::similar, answer);
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void similarToImage(SimilarToImageRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        byte[] file = request.getImage().toByteArray();
        ItemQuery query = requests.similarToImage(request, file, checks);
        String mediaType = request.getMediaType().isEmpty() ? null : request.getMediaType();
        send(answer, GrpcPictures.response(recommendByPicture.list(file, mediaType, query, inTime(checks))));
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void boughtTogether(BoughtTogetherRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        items(checks, requests.boughtTogether(request, checks), recommendItems::boughtTogether, answer);
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void trending(TrendingRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        items(checks, requests.trending(request, checks), recommendItems::trending, answer);
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void recommendBatch(RecommendBatchRequest batch, StreamObserver<RecommendBatchResponse> answer) {
        Checks ofBatch = new Checks();
        if (batch.getRequestsCount() > MOST_REQUESTS) {
            ofBatch.refuse("requests", "must have at most " + MOST_REQUESTS + " entries");
        }
        Deadline deadline = inTime(ofBatch);
        RecommendBatchResponse.Builder answers = RecommendBatchResponse.newBuilder();
        batch.getRequestsList().forEach(request -> answers.addAnswers(answerOf(request, deadline)));
        send(answer, answers.build());
    }

    private BatchAnswer answerOf(RecommendRequest request, Deadline deadline) {
        Checks checks = new Checks();
        RecommendQuery query = reader.read(request, checks);
        return checks.errors().isEmpty()
                ? BatchAnswer.newBuilder()
                        .setResponse(GrpcAnswers.response(recommend.recommend(query, deadline)))
                        .build()
                : BatchAnswer.newBuilder()
                        .setFailure(GrpcAnswers.failure(checks.errors()))
                        .build();
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void search(SearchRequest request, StreamObserver<RecommendResponse> answer) {
        Checks checks = new Checks();
        SearchQuery query = GrpcSearch.query(request, checks);
        reader.checkDomain(query.filter(), checks);
        inTime(checks);
        send(answer, GrpcSearch.response(searchProducts.search(query)));
    }

    @Override
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    public void explain(ExplainRequest request, StreamObserver<ExplainResponse> answer) {
        Checks checks = new Checks();
        Locale locale = requests.explained(request, checks);
        Deadline deadline = inTime(checks);
        if (!request.getRequestId().isEmpty()) {
            send(answer, past(request, locale));
            return;
        }
        send(
                answer,
                explainItem
                        .explain(request.getSubject(), request.getProductId(), locale, deadline)
                        .map(GrpcAnswers::response)
                        .orElseThrow(() -> notFound(request.getProductId())));
    }

    private ExplainResponse past(ExplainRequest request, Locale locale) {
        Past past = explainServed.explain(request.getSubject(), request.getRequestId(), request.getProductId(), locale);
        return switch (past) {
            case Past.Explained(PastExplanation explanation) -> GrpcAnswers.response(explanation);
            case Past.NotKept notKept -> throw notFoundBecause(notKept.text());
            case Past.NotInIt notInIt -> throw notFoundBecause(notInIt.text());
        };
    }

    private void items(
            Checks checks,
            ItemQuery query,
            BiFunction<ItemQuery, Deadline, Recommendations> list,
            StreamObserver<RecommendResponse> answer) {
        Deadline deadline = inTime(checks);
        recommendItems.unknown(query).ifPresent(id -> {
            throw notFound(id);
        });
        send(answer, GrpcAnswers.response(list.apply(query, deadline)));
    }

    private static StatusRuntimeException notFound(String productId) {
        return notFoundBecause("The catalogue has no product " + productId + ".");
    }

    private static StatusRuntimeException notFoundBecause(String text) {
        return Status.NOT_FOUND.withDescription(text).asRuntimeException();
    }

    /** The call's deadline, when the request is right and there is time left. */
    private static Deadline inTime(Checks checks) {
        if (!checks.errors().isEmpty()) {
            throw GrpcAnswers.invalid(checks.errors());
        }
        Deadline deadline = GrpcDeadlines.current();
        if (deadline.passed()) {
            throw Status.DEADLINE_EXCEEDED
                    .withDescription("The deadline had passed before the work began.")
                    .asRuntimeException();
        }
        return deadline;
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
