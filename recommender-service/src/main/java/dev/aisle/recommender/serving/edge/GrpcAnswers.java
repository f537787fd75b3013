package dev.aisle.recommender.serving.edge;

import com.google.protobuf.Any;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.recommender.v1.Contribution;
import dev.aisle.contracts.recommender.v1.ExplainResponse;
import dev.aisle.contracts.recommender.v1.Failure;
import dev.aisle.contracts.recommender.v1.NonPersonalReason;
import dev.aisle.contracts.recommender.v1.Note;
import dev.aisle.contracts.recommender.v1.Obstacle;
import dev.aisle.contracts.recommender.v1.PastAnswer;
import dev.aisle.contracts.recommender.v1.Reason;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.RecommendedItem;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.served.ServedList;
import dev.aisle.recommender.serving.domain.Explanation;
import dev.aisle.recommender.serving.domain.PastExplanation;
import dev.aisle.recommender.serving.domain.Recommendations;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the messages of the gRPC service. */
final class GrpcAnswers {
    private GrpcAnswers() {}

    static RecommendResponse response(Recommendations list) {
        RecommendResponse.Builder response = RecommendResponse.newBuilder()
                .setRequestId(list.page().requestId())
                .setPersonalized(list.personalized())
                .setStage(list.stage())
                .setModelVersion(list.modelVersion())
                .setNextPageCursor(list.nextPageCursor())
                .setPolicyVersion(list.policyVersion());
        list.notes()
                .forEach(note -> response.addNotes(Note.newBuilder()
                        .setStage(note.stage())
                        .setWhy(Note.Why.valueOf(note.why().name()))
                        .setText(note.text())));
        list.items().forEach(item -> response.addItems(item(item)));
        if (list.reason() != null) {
            response.setReason(NonPersonalReason.valueOf(list.reason().name()));
        }
        if (list.trainedAt() != null) {
            response.setModelTrainedAt(timestamp(list.trainedAt()));
        }
        return response.build();
    }

    private static Timestamp.Builder timestamp(Instant time) {
        return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano());
    }

    private static RecommendedItem item(Recommendations.Item item) {
        RecommendedItem.Builder answer = product(item.product())
                .setScore(item.score())
                .setSource(item.sourceLabel())
                .setPropensity(item.propensity());
        if (item.reason() != null) {
            answer.setReason(reason(item.reason()));
        }
        return answer.build();
    }

    /** What an answer says of a product, wherever it comes from. */
    static RecommendedItem.Builder product(CatalogueItem product) {
        RecommendedItem.Builder answer = RecommendedItem.newBuilder()
                .setProductId(product.productId())
                .setTitle(product.title())
                .setBrand(product.brand())
                .setUrl(product.url())
                .setImageUrl(product.imageUrl());
        if (product.category() != null) {
            answer.setCategory(product.category().path());
        }
        if (product.price() != null) {
            answer.setPrice(Money.newBuilder()
                    .setMinorUnits(product.price().minorUnits())
                    .setCurrency(product.price().currency()));
        }
        return answer;
    }

    private static Reason.Builder reason(dev.aisle.recommender.serving.domain.Reason reason) {
        return Reason.newBuilder()
                .setCode(reason.code().label())
                .setText(reason.text())
                .addAllCauseProductIds(reason.causes());
    }

    static ExplainResponse response(Explanation explanation) {
        Recommendations.Origin origin = explanation.origin();
        ExplainResponse.Builder response = ExplainResponse.newBuilder()
                .setReason(reason(explanation.reason()))
                .setPersonalized(origin.personalized())
                .setPlace(explanation.place());
        if (origin.refusal() != null) {
            response.setNonPersonalReason(
                    NonPersonalReason.valueOf(origin.refusal().name()));
        }
        if (origin.model() != null) {
            response.setModelVersion(origin.model().version());
        }
        explanation
                .contributions()
                .forEach(part -> response.addContributions(Contribution.newBuilder()
                        .setSource(part.source())
                        .setCauseProductId(part.causeProductId())
                        .setShare(part.share())));
        explanation
                .obstacles()
                .forEach(obstacle -> response.addObstacles(
                        Obstacle.newBuilder().setCode(obstacle.code().name()).setText(obstacle.text())));
        return response.build();
    }

    static ExplainResponse response(PastExplanation past) {
        ServedList list = past.list();
        ServedList.Origin origin = list.origin();
        ExplainResponse.Builder response = ExplainResponse.newBuilder()
                .setReason(reason(past.reason()))
                .setPersonalized(origin.personalized())
                .setPlace(past.place())
                .setModelVersion(origin.modelVersion())
                .setPast(PastAnswer.newBuilder()
                        .setServedAt(timestamp(list.servedAt()))
                        .setPlacement(origin.placement())
                        .setStage(origin.stage())
                        .setPolicyVersion(origin.policyVersion())
                        .setSource(past.item().source())
                        .setPropensity(past.item().propensity()));
        if (!origin.personalized()) {
            response.setNonPersonalReason(NonPersonalReason.valueOf(origin.refusal()));
        }
        return response.build();
    }

    /** INVALID_ARGUMENT with each wrong field. */
    static StatusRuntimeException invalid(List<FieldError> errors) {
        BadRequest.Builder violations = BadRequest.newBuilder();
        errors.forEach(error -> violations.addFieldViolations(
                FieldViolation.newBuilder().setField(error.field()).setDescription(error.message())));
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Code.INVALID_ARGUMENT_VALUE)
                .setMessage(textOf(errors))
                .addDetails(Any.pack(violations.build()))
                .build());
    }

    /** The same within a batch. */
    static Failure failure(List<FieldError> errors) {
        return Failure.newBuilder()
                .setCode(Code.INVALID_ARGUMENT_VALUE)
                .setField(errors.getFirst().field())
                .setMessage(textOf(errors))
                .build();
    }

    private static String textOf(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
    }
}
