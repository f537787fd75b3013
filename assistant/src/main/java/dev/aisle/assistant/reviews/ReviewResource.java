package dev.aisle.assistant.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.platform.storage.StoredText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reviews of products, without their authors, and what they say together. */
@Path("/v1/products/{id}/reviews")
@ChangesNothing("a feed of the shop, which an operator can bring as well")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reviews")
class ReviewResource {
    private final KeepReviews keepReviews;
    private final SummariseReviews summariseReviews;

    ReviewResource(KeepReviews keepReviews, SummariseReviews summariseReviews) {
        this.keepReviews = keepReviews;
        this.summariseReviews = summariseReviews;
    }

    @Schema(
            examples =
                    "{\"text\":\"Well made, but the size is too small.\",\"locale\":\"en\",\"stars\":4,\"at\":\"2026-11-20T10:00:00Z\"}")
    record ReviewBody(
            @Nullable String text,
            @Nullable String locale,
            @Nullable Integer stars,
            @Nullable String at) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SummaryView(
            String product,
            String locale,
            int reviews,
            @Nullable Double meanStars,
            List<AspectView> aspects) {}

    record AspectView(String aspect, int reviews, double good, double bad, List<String> sentences) {}

    @PUT
    @Path("/{reviewId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STOREFRONT, Role.OPERATOR})
    @Operation(summary = "Write a review, or write it anew; leave out who wrote it")
    public Response put(
            @PathParam("id") String id,
            @PathParam("reviewId") String reviewId,
            @NotNull(message = "send a JSON object with text, locale and at") ReviewBody body) {
        Map<String, String> wrong = new LinkedHashMap<>();
        Optional<Review> review = new WrittenReview(
                        id,
                        reviewId,
                        body.text() == null ? "" : body.text(),
                        body.locale() == null ? "" : body.locale(),
                        body.stars() == null ? "" : body.stars().toString(),
                        body.at() == null ? "" : body.at())
                .review(wrong);
        if (review.isEmpty()) {
            return Problems.invalidFields(wrong.entrySet().stream()
                    .map(violation -> new FieldError(violation.getKey(), violation.getValue()))
                    .toList());
        }
        keepReviews.keep(review.get());
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{reviewId}")
    @RolesAllowed({Role.STOREFRONT, Role.OPERATOR})
    @Operation(summary = "Take a review away")
    public Response delete(@PathParam("id") String id, @PathParam("reviewId") String reviewId) {
        boolean possible =
                StoredText.idViolation("id", id) == null && StoredText.idViolation("reviewId", reviewId) == null;
        return possible && keepReviews.remove(id, reviewId)
                ? Response.noContent().build()
                : Problems.notFound("review");
    }

    @GET
    @Path("/summary")
    @RolesAllowed({Role.STOREFRONT, Role.MARKETER, Role.SERVICE})
    @Operation(
            summary = "What the newest 500 reviews say, aspect by aspect",
            description = "An aspect is shown when enough reviews speak of it (aisle.assistant.reviews.least).")
    public Response summary(@PathParam("id") String id, @QueryParam("locale") @DefaultValue("en") String locale) {
        Optional<Language> language = ArticleKey.languageOf(locale);
        if (language.isEmpty()) {
            return Problems.invalidField("locale", "must be en or zh");
        }
        String violation = StoredText.idViolation("id", id);
        if (violation != null) {
            return Problems.invalidField("id", violation);
        }
        ReviewSummary summary = summariseReviews.of(id, language.get());
        return Response.ok(new SummaryView(
                        id,
                        locale,
                        summary.reviews(),
                        summary.meanStars(),
                        summary.aspects().stream()
                                .map(of -> new AspectView(
                                        of.aspect().wireName(), of.reviews(), of.good(), of.bad(), of.sentences()))
                                .toList()))
                .build();
    }
}
