package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.edge.DefinitionText.UnreadableTextException;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of what has revisions: who makes one, on which revision it rests by If-Match, and what its body says. What is wrong with that is answered here. */
@Singleton
public class VersionedChanges {
    private final CampaignAnswers actors;
    private final DefinitionText texts;

    VersionedChanges(CampaignAnswers actors, DefinitionText texts) {
        this.actors = actors;
        this.texts = texts;
    }

    /** Writes a definition. */
    @FunctionalInterface
    public interface Write {
        /** @param revision {@code null} without an If-Match */
        Response with(JsonNode definition, @Nullable Long revision, String actor);
    }

    /** Takes a step in something's life. */
    @FunctionalInterface
    public interface Take {
        /** Takes it. */
        Response with(long revision, String actor);
    }

    /**
     * A PUT of a definition as JSON or YAML.
     *
     * @param type the body's media type
     */
    public Response write(@Nullable String ifMatch, @Nullable String type, String body, Write write) {
        String actor = actors.actor();
        if (actor == null) {
            return CampaignAnswers.noSubject();
        }
        Long revision = CampaignAnswers.revision(ifMatch);
        if (ifMatch != null && revision == null) {
            return CampaignAnswers.badTag();
        }
        JsonNode definition;
        try {
            definition = texts.read(body, isYaml(type));
        } catch (UnreadableTextException e) {
            return Problems.malformed(Objects.requireNonNull(e.getMessage()));
        }
        return write.with(definition, revision, actor);
    }

    /** Whether a body is YAML. */
    static boolean isYaml(@Nullable String type) {
        return type != null && type.startsWith(DefinitionText.YAML);
    }

    /**
     * A step, which names the revision.
     *
     * @param what it is taken of, such as campaign
     */
    public Response take(String what, @Nullable String ifMatch, Take take) {
        String actor = actors.actor();
        if (actor == null) {
            return CampaignAnswers.noSubject();
        }
        Long revision = CampaignAnswers.revision(ifMatch);
        if (revision == null) {
            return notOn(what, ifMatch);
        }
        return take.with(revision, actor);
    }

    /** A change has to say on what it rests, by an ETag of ours. */
    public static Response notOn(String what, @Nullable String ifMatch) {
        return ifMatch == null
                ? Problems.answer(Problem.of(
                        "version-required", 428, "Read the " + what + " and send its ETag: If-Match: \"r7\"."))
                : CampaignAnswers.badTag();
    }

    /**
     * Somebody else was faster.
     *
     * @param revision it has now; {@code null} of what isn't there
     */
    public static Response outdated(String what, @Nullable Long revision) {
        return Problems.answer(Problem.of(
                "version-conflict",
                412,
                revision == null
                        ? "There is no such " + what + " yet: leave If-Match out to make it."
                        : "The " + what + " is at revision " + revision + ": read it, and send If-Match: \"r" + revision
                                + "\"."));
    }
}
