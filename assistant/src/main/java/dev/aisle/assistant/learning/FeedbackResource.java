package dev.aisle.assistant.learning;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.usecase.CheckToken;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a shopper says of an answer and of a conversation, whose token is the only credential. */
@Path("/v1/conversations/{id}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "assistant")
class FeedbackResource {
    private static final String TOKEN = "Aisle-Conversation";
    private static final int LONGEST_WORDS = 1_000;
    private static final int MOST_STARS = 5;

    private final CheckToken checkToken;
    private final TakeFeedback takeFeedback;

    FeedbackResource(CheckToken checkToken, TakeFeedback takeFeedback) {
        this.checkToken = checkToken;
        this.takeFeedback = takeFeedback;
    }

    /** @param words what was missing; may be left out */
    record ThumbRequest(@Nullable Boolean helpful, @Nullable String words) {}

    /** @param stars 1 to 5 */
    record RatingRequest(@Nullable Integer stars) {}

    @PUT
    @Path("/messages/{number}/feedback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says whether an answer helped; the last word counts")
    public Response thumb(
            @PathParam("id") String id,
            @PathParam("number") String number,
            @HeaderParam(TOKEN) @Nullable String token,
            @Nullable ThumbRequest request) {
        if (token == null) {
            return noToken();
        }
        Optional<Conversation> conversation = checkToken.check(id, token);
        if (conversation.isEmpty()) {
            return Problems.notFound("conversation");
        }
        if (request == null || request.helpful() == null) {
            return Problems.invalidField("helpful", "must be true or false");
        }
        if (request.words() != null && request.words().length() > LONGEST_WORDS) {
            return Problems.invalidField(
                    "words", "has " + request.words().length() + " characters; at most " + LONGEST_WORDS + " are read");
        }
        return number.matches("[0-9]{1,6}")
                        && takeFeedback.thumb(
                                conversation.get(), Integer.parseInt(number), request.helpful(), request.words())
                ? Response.noContent().build()
                : Problems.notFound("answer");
    }

    @PUT
    @Path("/rating")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a conversation one to five stars; the last ones count")
    public Response rate(
            @PathParam("id") String id, @HeaderParam(TOKEN) @Nullable String token, @Nullable RatingRequest request) {
        if (token == null) {
            return noToken();
        }
        Optional<Conversation> conversation = checkToken.check(id, token);
        if (conversation.isEmpty()) {
            return Problems.notFound("conversation");
        }
        if (request == null || request.stars() == null || request.stars() < 1 || request.stars() > MOST_STARS) {
            return Problems.invalidField("stars", "must be a whole number from 1 to 5");
        }
        takeFeedback.rate(conversation.get(), request.stars());
        return Response.noContent().build();
    }

    private static Response noToken() {
        return Problems.answer(
                Problem.of(
                        "not-authenticated",
                        401,
                        "Send the token of the conversation as 'Aisle-Conversation: …'; POST /v1/conversations has answered it."));
    }
}
