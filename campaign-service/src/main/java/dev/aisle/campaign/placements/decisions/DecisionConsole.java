package dev.aisle.campaign.placements.decisions;

import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.placements.decisions.ExplainDecision.Explained;
import dev.aisle.campaign.placements.decisions.WhyNot.Answer;
import dev.aisle.campaign.placements.decisions.WhyNot.Question;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.placements.Placements;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Why this, why not that: a decision by its id, and why somebody doesn't get a campaign now. */
@Path("/console/campaigns/decisions")
@ChangesNothing("a read of a person, recorded as one")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class DecisionConsole {
    private static final String TITLE = "campaigns_decisions";
    private static final String PSEUDONYM = "p1\\.[A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32}";

    private final Console console;
    private final ExplainDecision explainDecision;
    private final WhyNot whyNot;
    private final ReadCampaigns readCampaigns;
    private final Placements placements;

    DecisionConsole(
            Console console,
            ExplainDecision explainDecision,
            WhyNot whyNot,
            ReadCampaigns readCampaigns,
            Placements placements) {
        this.console = console;
        this.explainDecision = explainDecision;
        this.whyNot = whyNot;
        this.readCampaigns = readCampaigns;
        this.placements = placements;
    }

    /** A campaign that can be chosen. */
    record Choice(String id, String name, boolean chosen) {}

    /**
     * The page.
     *
     * @param wanted the id that was asked for; empty for none
     * @param explained {@code null} when none was asked for or none is kept
     * @param answer {@code null} when nobody asked
     */
    record Whole(
            String wanted,
            @Nullable Explained explained,
            Form form,
            List<Choice> campaigns,
            @Nullable Answer answer) {
        public boolean unknown() {
            return explained == null && !wanted.isEmpty();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance decisions(Whole whole);
    }

    @GET
    public Response decisions(@RestQuery @Nullable String id) {
        String wanted = id == null ? "" : id.strip();
        // What can't be an id isn't looked for.
        Explained explained = wanted.matches("[A-Za-z0-9._:-]{1,128}")
                ? explainDecision.explain(wanted, language()).orElse(null)
                : null;
        return console.page(TITLE, page(wanted, explained, Form.of(Map.of()), null));
    }

    /** The pseudonym is sent in the body, so that it stands in no address and no log of addresses. */
    @POST
    @Path("/why")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MARKETER)
    public Response why(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String campaign = form.value("campaign");
        String subject = form.value("subject").strip();
        String placement = form.value("placement").strip();
        if (!subject.matches(PSEUDONYM)) {
            return invalid(form, "subject", "campaigns_subject_wrong");
        }
        if (!placement.isEmpty() && !placements.declares(placement)) {
            return invalid(form, "placement", "campaigns_placement_wrong");
        }
        Optional<Answer> answer = CampaignAnswers.isId(campaign)
                ? whyNot.why(
                        new Question(campaign, subject, placement.isEmpty() ? null : placement, List.of(), language()))
                : Optional.empty();
        return answer.map(found -> console.page(TITLE, page("", null, form, found)))
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    private Response invalid(Form form, String field, String key) {
        FieldError error = new FieldError(field, console.words().say(key));
        return console.invalid(TITLE, page("", null, form.with(List.of(error)), null));
    }

    private TemplateInstance page(String wanted, @Nullable Explained explained, Form form, @Nullable Answer answer) {
        List<Choice> campaigns = readCampaigns.all().stream()
                .map(seen -> new Choice(
                        seen.life().id(),
                        seen.shown().definition().path("name").asText(),
                        seen.life().id().equals(form.value("campaign"))))
                .toList();
        return Templates.decisions(new Whole(wanted, explained, form, campaigns, answer));
    }

    private Language language() {
        return Language.of(console.words().language().tag());
    }
}
