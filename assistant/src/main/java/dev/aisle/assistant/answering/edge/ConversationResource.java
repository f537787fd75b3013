package dev.aisle.assistant.answering.edge;

import dev.aisle.assistant.answering.edge.ConversationViews.ConversationView;
import dev.aisle.assistant.answering.edge.ConversationViews.OpenedView;
import dev.aisle.assistant.answering.usecase.EndConversation;
import dev.aisle.assistant.answering.usecase.OpenConversation;
import dev.aisle.assistant.answering.usecase.OpenConversation.Outcome;
import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.usecase.CheckToken;
import dev.aisle.assistant.conversations.usecase.ReadConversation;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Conversations: opened by the shop's gateway for whoever is logged in, and by their token from then on. */
@Path("/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "assistant")
class ConversationResource {
    static final String TOKEN = "Aisle-Conversation";

    private final OpenConversation openConversation;
    private final CheckToken checkToken;
    private final ReadConversation readConversation;
    private final EndConversation endConversation;

    ConversationResource(
            OpenConversation openConversation,
            CheckToken checkToken,
            ReadConversation readConversation,
            EndConversation endConversation) {
        this.openConversation = openConversation;
        this.checkToken = checkToken;
        this.readConversation = readConversation;
        this.endConversation = endConversation;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.STOREFRONT)
    @Operation(summary = "Opens a conversation for a person or for nobody known; answers the shopper's token")
    public Response open(@NotNull(message = "send {} at least") @Valid ConversationRequest request) {
        Locale locale = Locale.forLanguageTag(request.locale() == null ? "en" : request.locale());
        String subject = request.subject() == null ? "" : request.subject();
        return switch (openConversation.open(subject, locale, request.product())) {
            case Outcome.Opened opened -> created(opened);
            case Outcome.TooFast fast -> ConversationProblems.tooFast(fast.pause());
            case Outcome.NotSetUp _ -> ConversationProblems.notSetUp();
        };
    }

    private static Response created(Outcome.Opened opened) {
        Conversation conversation = opened.conversation();
        return Response.created(URI.create("/v1/conversations/" + conversation.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new OpenedView(
                        conversation.id(),
                        opened.token(),
                        opened.expiresAt(),
                        conversation.language().tag(),
                        opened.greeting()))
                .build();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "What was said; by the conversation's token, or the role storefront")
    public Response read(
            @PathParam("id") String id, @HeaderParam(TOKEN) @Nullable String token, @Context SecurityContext caller) {
        boolean storefront = caller.isUserInRole(Role.STOREFRONT);
        if (token == null && !storefront) {
            return ConversationProblems.noToken();
        }
        Optional<Conversation> found = storefront && token == null
                ? CheckToken.id(id).flatMap(checkToken::going)
                : checkToken.check(id, token);
        return found.map(this::view).orElseGet(ConversationProblems::notFound);
    }

    private Response view(Conversation conversation) {
        return Response.ok(ConversationView.of(
                        conversation,
                        conversation.expiresAt(checkToken.silence()),
                        readConversation.messages(conversation.id())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "Removes the conversation and everything that was said in it")
    public Response remove(@PathParam("id") String id, @HeaderParam(TOKEN) @Nullable String token) {
        if (token == null) {
            return ConversationProblems.noToken();
        }
        return checkToken
                .check(id, token)
                .map(conversation -> {
                    endConversation.remove(conversation);
                    return Response.noContent().build();
                })
                .orElseGet(ConversationProblems::notFound);
    }

    @POST
    @Path("/{id}/closure")
    @RolesAllowed({Role.STOREFRONT, Role.SERVICE})
    @Operation(summary = "Closes a conversation that a person of the shop has ended; no further message is taken")
    public Response close(@PathParam("id") String id) {
        boolean closed = CheckToken.id(id).filter(endConversation::close).isPresent();
        return closed ? Response.noContent().build() : Problems.notFound("conversation");
    }
}
