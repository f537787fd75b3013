package dev.aisle.campaign.campaigns.edge;

import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.edge.CampaignViews.Whole;
import dev.aisle.campaign.campaigns.edge.CampaignViews.WrongDefinition;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.SaveCampaign;
import dev.aisle.campaign.campaigns.usecase.TakeStep;
import dev.aisle.platform.problem.Problem;
import dev.aisle.platform.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Outcomes as answers, ETags, and who is asking. */
@Singleton
public class CampaignAnswers {
    private final ReadCampaigns readCampaigns;
    private final JsonWebToken token;
    private final InstantSource clock;

    CampaignAnswers(ReadCampaigns readCampaigns, JsonWebToken token, InstantSource clock) {
        this.readCampaigns = readCampaigns;
        this.token = token;
        this.clock = clock;
    }

    /** The subject of the token; {@code null} when it has none. */
    public @Nullable String actor() {
        String subject = token.getSubject();
        return subject == null || subject.isBlank() ? null : subject;
    }

    /** Whether a campaign can be called so; what can't be isn't looked for. */
    public static boolean isId(@Nullable String id) {
        return id != null && id.matches(CampaignResource.ID);
    }

    /** A campaign with its revision as ETag. */
    Response whole(String id, int status) {
        return readCampaigns
                .one(id)
                .map(seen -> Response.status(status)
                        .tag("r" + seen.life().revision())
                        .entity(Whole.of(seen, clock.instant()))
                        .build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    Response of(String id, SaveCampaign.Outcome outcome) {
        return switch (outcome) {
            case SaveCampaign.Outcome.Created _ -> whole(id, 201);
            case SaveCampaign.Outcome.Changed _ -> whole(id, 200);
            case SaveCampaign.Outcome.Unchanged _ -> whole(id, 200);
            case SaveCampaign.Outcome.Wrong wrong -> wrong(wrong.findings(), 400);
            case SaveCampaign.Outcome.Outdated outdated -> VersionedChanges.outdated("campaign", outdated.revision());
            case SaveCampaign.Outcome.TooMany tooMany ->
                Problems.conflict("too-many-campaigns", "There are at most " + tooMany.most() + " campaigns.");
        };
    }

    Response of(String id, TakeStep.Outcome outcome) {
        return switch (outcome) {
            case TakeStep.Outcome.Done _ -> whole(id, 200);
            case TakeStep.Outcome.Missing _ -> Problems.notFound("campaign");
            case TakeStep.Outcome.NoSuchVersion _ ->
                Problems.invalidField("version", "there is no such version; see /v1/campaigns/" + id + "/versions");
            case TakeStep.Outcome.Outdated outdated -> VersionedChanges.outdated("campaign", outdated.revision());
            case TakeStep.Outcome.NotPossible notPossible -> Problems.conflict("wrong-state", notPossible.why());
            case TakeStep.Outcome.SecondPersonNeeded needed ->
                Problems.answer(Problem.of(
                        "second-person-needed",
                        403,
                        "You wrote version " + needed.version()
                                + ". Somebody else with the role marketer approves it."));
            case TakeStep.Outcome.Wrong wrong -> wrong(wrong.findings(), 422);
        };
    }

    static Response wrong(List<Finding> findings, int status) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(WrongDefinition.of(findings, status))
                .build();
    }

    /** The revision of an {@code If-Match: "r7"}; {@code null} when it is none. */
    public static @Nullable Long revision(@Nullable String ifMatch) {
        String tag = ifMatch == null ? "" : ifMatch.strip().replace("\"", "");
        return tag.matches("r[0-9]{1,15}") ? Long.valueOf(tag.substring(1)) : null;
    }

    /** An If-Match that is no ETag of ours. */
    public static Response badTag() {
        return Problems.invalidField("If-Match", "expected the ETag of a GET, such as \"r7\"");
    }

    /** Nobody could be named for what is asked. */
    public static Response noSubject() {
        return Problems.answer(Problem.of(
                "not-allowed", 403, "The token has no subject (sub), so that nobody could tell who did it."));
    }
}
