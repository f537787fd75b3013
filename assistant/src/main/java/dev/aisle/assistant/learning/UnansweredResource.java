package dev.aisle.assistant.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.assistant.learning.GroupUnanswered.Shown;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.platform.storage.StoredText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Questions that nothing answered, for the editor of the articles. */
@Path("/v1/assistant/unanswered")
@Changes("article")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "assistant")
class UnansweredResource {
    private static final int ID_LENGTH = 36;

    private final GroupUnanswered groupUnanswered;
    private final AddedAsk addedAsk;

    UnansweredResource(GroupUnanswered groupUnanswered, AddedAsk addedAsk) {
        this.groupUnanswered = groupUnanswered;
        this.addedAsk = addedAsk;
    }

    /**
     * What is shown.
     *
     * @param fewestPeople of fewer nothing is shown
     * @param answersLeft how many new answers the caller can still have today (UTC); the groups of a language are one
     * @param reason why nothing is shown, when it isn't for too few people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupsView(
            List<GroupView> groups,
            int fewestPeople,
            int answersLeft,
            @Nullable String reason) {
        static final String NONE_LEFT =
                "You have had today's new numbers of people. Ask again tomorrow (UTC); what was asked before stays.";

        GroupsView {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Questions that mean the same.
     *
     * @param example one of them, masked
     * @param people who asked, with noise
     */
    record GroupView(UUID id, String language, String example, long people) {
        static GroupView of(QuestionGroup group) {
            return new GroupView(group.id(), group.language(), group.example(), group.people());
        }
    }

    /**
     * What answers a group.
     *
     * @param article the id of the article that answers it now
     * @param ask how people ask for it, in the editor's words; {@code null} adds none
     */
    record AnswerRequest(@Nullable String article, @Nullable String ask) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(
            summary = "Unanswered questions, grouped by meaning, the largest group first",
            description =
                    "language is en or zh; without it both. A question that too few people asked isn't shown; their number has noise. The groups of a language are one of the day's answers.")
    public Response groups(@QueryParam("language") @Nullable String language) {
        List<Language> languages = Arrays.stream(Language.values())
                .filter(one -> language == null || one.tag().equals(language))
                .toList();
        if (languages.isEmpty()) {
            return Problems.invalidField("language", "must be en or zh");
        }
        List<Shown> shown = languages.stream().map(groupUnanswered::groups).toList();
        List<GroupView> groups = shown.stream()
                .flatMap(one -> one.groups().stream())
                .map(GroupView::of)
                .toList();
        return Response.ok(new GroupsView(
                        groups,
                        groupUnanswered.fewestPeople(),
                        groupUnanswered.left(),
                        shown.stream().anyMatch(Shown::noneLeft) ? GroupsView.NONE_LEFT : null))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PUT
    @Path("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.MARKETER)
    @Operation(
            summary = "Says which article answers a group now; it is told no more",
            description =
                    "ask becomes a way in which people ask for the article: its next version, a draft. Write it in your own words: a shopper's"
                            + " are forgotten with the shopper, an article's aren't.")
    public Response answered(@PathParam("id") String id, @Nullable AnswerRequest request) {
        if (request == null || request.article() == null) {
            return Problems.invalidField("article", "is missing: the id of the article that answers it");
        }
        String violation = StoredText.idViolation("article", request.article());
        if (violation != null) {
            return Problems.invalidField("article", violation);
        }
        QuestionGroup group = isGroup(id) ? groupUnanswered.find(UUID.fromString(id)) : null;
        if (group == null) {
            return Problems.notFound("group");
        }
        Response refused = request.ask() == null ? null : addedAsk.refusal(group, request.article(), request.ask());
        if (refused != null) {
            return refused;
        }
        return groupUnanswered.answered(group, request.article()) > 0
                ? Response.noContent().build()
                : Problems.notFound("group");
    }

    private static boolean isGroup(String id) {
        try {
            return id.length() == ID_LENGTH && UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
