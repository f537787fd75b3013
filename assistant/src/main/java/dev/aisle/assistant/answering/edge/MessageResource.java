package dev.aisle.assistant.answering.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.assistant.answering.edge.ConversationViews.AnswerView;
import dev.aisle.assistant.answering.edge.ConversationViews.UnderstoodView;
import dev.aisle.assistant.answering.usecase.AnswerMessage;
import dev.aisle.assistant.answering.usecase.AnswerMessage.Answered;
import dev.aisle.assistant.answering.usecase.AnswerMessage.Entry;
import dev.aisle.assistant.conversations.domain.Message;
import dev.aisle.assistant.conversations.domain.Message.Said;
import dev.aisle.assistant.conversations.domain.ReceivedText;
import dev.aisle.assistant.conversations.domain.ReceivedText.Legible;
import dev.aisle.assistant.conversations.domain.Words;
import dev.aisle.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Messages of a conversation, whose token is the only credential. */
@Path("/v1/conversations/{id}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "assistant")
class MessageResource {
    private static final Logger LOG = Logger.getLogger(MessageResource.class);

    private final AnswerMessage answerMessage;
    private final ObjectMapper json;

    MessageResource(AnswerMessage answerMessage, ObjectMapper json) {
        this.answerMessage = answerMessage;
        this.json = json;
    }

    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(
            summary = "Answers a message",
            description = "As JSON, or as server-sent events: understood, text (pieces), then answer or problem.")
    public Response say(
            @PathParam("id") String id,
            @HeaderParam(ConversationResource.TOKEN) @Nullable String token,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Nullable MessageRequest request) {
        if (token == null) {
            return ConversationProblems.noToken();
        }
        return switch (ReceivedText.of(request == null ? null : request.text())) {
            case ReceivedText.Empty _ -> ConversationProblems.empty();
            case ReceivedText.TooLong far -> ConversationProblems.tooLong(far.length());
            case Legible text ->
                answer(id, token, accept, (entered, heard) -> answerMessage.answer(entered, text, heard));
        };
    }

    @POST
    @Path("/person")
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(summary = "Asks for a person of the shop")
    public Response person(
            @PathParam("id") String id,
            @HeaderParam(ConversationResource.TOKEN) @Nullable String token,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        if (token == null) {
            return ConversationProblems.noToken();
        }
        return answer(id, token, accept, (entered, _) -> answerMessage.person(entered));
    }

    /** Answers who may speak. */
    @FunctionalInterface
    private interface Answering {
        Optional<Answered> answer(Entry.Entered entered, Consumer<Said> understood);
    }

    private Response answer(String id, String token, @Nullable String accept, Answering answering) {
        return switch (answerMessage.enter(id, token)) {
            case Entry.NoSuchConversation _ -> ConversationProblems.notFound();
            case Entry.Closed _ -> ConversationProblems.closed();
            case Entry.TooFast fast -> ConversationProblems.tooFast(fast.pause());
            case Entry.Entered entered ->
                accept != null && accept.contains(MediaType.SERVER_SENT_EVENTS)
                        ? streamed(entered, answering)
                        : whole(entered, answering);
        };
    }

    private static Response whole(Entry.Entered entered, Answering answering) {
        return answering
                .answer(entered, _ -> {})
                .map(answered -> Response.status(Response.Status.CREATED)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(AnswerView.of(answered.answer(), answered.handedOver()))
                        .build())
                .orElseGet(ConversationProblems::notFound);
    }

    private Response streamed(Entry.Entered entered, Answering answering) {
        StreamingOutput stream = out -> stream(new AnswerEvents(out, json), entered, answering);
        return Response.ok(stream, MediaType.SERVER_SENT_EVENTS_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private static void stream(AnswerEvents events, Entry.Entered entered, Answering answering) {
        try {
            Optional<Answered> answered =
                    answering.answer(entered, said -> events.send("understood", UnderstoodView.of(said)));
            if (answered.isPresent()) {
                Message answer = answered.get().answer();
                events.sendText(
                        answer.text(), Words.of(answer.said().language()).locale());
                events.send("answer", AnswerView.of(answer, answered.get().handedOver()));
            } else {
                events.send("problem", ConversationProblems.notFound().getEntity());
            }
        } catch (UncheckedIOException e) {
            LOG.debug("A page has gone before its answer", e);
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString();
            LOG.errorf(e, "Unexpected failure, incident %s", incident);
            String detail = "This is our fault. The log explains it under incident " + incident + ".";
            events.send("problem", Problem.of("internal-error", 500, detail));
        }
    }
}
