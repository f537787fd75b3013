package dev.aisle.recommender.serving.edge;

import dev.aisle.algorithms.pictures.PictureReading;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.recommender.serving.usecase.RecommendByPicture;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;

/** Answers questions with a picture. */
final class GrpcPictures {
    private GrpcPictures() {}

    static RecommendResponse response(RecommendByPicture.Outcome outcome) {
        return switch (outcome) {
            case RecommendByPicture.Listed(var list) -> GrpcAnswers.response(list);
            case RecommendByPicture.NoPicture(var refused) -> throw refusal(refused);
            case RecommendByPicture.NothingToSee(String kind, String text) ->
                throw Status.FAILED_PRECONDITION
                        .withDescription(kind + ": " + text)
                        .asRuntimeException();
        };
    }

    private static StatusRuntimeException refusal(PictureReading.Refused refused) {
        return switch (refused.why()) {
            case BUSY ->
                Status.RESOURCE_EXHAUSTED
                        .withDescription("image: " + refused.message())
                        .asRuntimeException();
            case TOO_SLOW ->
                Status.DEADLINE_EXCEEDED
                        .withDescription("image: " + refused.message())
                        .asRuntimeException();
            case EMPTY, TOO_LARGE, UNKNOWN_FORMAT, MISLABELLED, TRUNCATED, UNREADABLE ->
                GrpcAnswers.invalid(List.of(new FieldError("image", refused.message())));
        };
    }
}
