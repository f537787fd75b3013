package dev.aisle.recommender.serving.edge;

import dev.aisle.algorithms.pictures.PictureReader;
import dev.aisle.algorithms.pictures.PictureReading;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.ItemQuery;
import dev.aisle.recommender.serving.usecase.RecommendByPicture;
import dev.aisle.recommender.serving.usecase.RecommendByPicture.Listed;
import dev.aisle.recommender.serving.usecase.RecommendByPicture.NoPicture;
import dev.aisle.recommender.serving.usecase.RecommendByPicture.NothingToSee;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Items that look like a picture, for those without gRPC. */
@Path("/v1/recommendations/similar-to-image")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PictureQuestionResource {
    private static final long USUAL_MILLIS = 10_000;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final RequestReader reader;
    private final RecommendByPicture recommendByPicture;

    PictureQuestionResource(RequestReader reader, RecommendByPicture recommendByPicture) {
        this.reader = reader;
        this.recommendByPicture = recommendByPicture;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(
            summary = "Items that look like the picture in the body, a PNG, JPEG or WebP file of at most 8 MiB. The"
                    + " picture is looked at and forgotten.")
    public Response similarToImage(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String mediaType,
            @BeanParam PictureParameters parameters,
            InputStream body)
            throws IOException {
        Checks checks = new Checks();
        Long millis = parameters.millis(checks);
        Deadline deadline = Deadline.in(Duration.ofMillis(millis == null ? USUAL_MILLIS : Math.max(0, millis)));
        byte[] file = body.readNBytes(PictureReader.MOST_BYTES + 1);
        ItemQuery query = parameters.checked(file, reader, checks);
        if (!checks.errors().isEmpty()) {
            return Problems.invalidFields(checks.errors());
        }
        return switch (recommendByPicture.list(file, mediaType, query, deadline)) {
            case Listed(var list) ->
                Response.ok(RecommendationView.of(list))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case NoPicture(var refused) -> refuse(refused);
            case NothingToSee(String kind, String text) -> Problems.conflict(kind, text);
        };
    }

    private static Response refuse(PictureReading.Refused refused) {
        return switch (refused.why()) {
            case TOO_LARGE -> Problems.answer(Problem.of("too-large", 413, "image: " + refused.message()));
            case MISLABELLED, UNKNOWN_FORMAT ->
                Problems.answer(Problem.of("unsupported-picture", 415, "image: " + refused.message()));
            case BUSY, TOO_SLOW -> Problems.unavailable("image: " + refused.message(), RETRY_AFTER_SECONDS);
            case EMPTY, TRUNCATED, UNREADABLE -> Problems.invalidField("image", refused.message());
        };
    }
}
