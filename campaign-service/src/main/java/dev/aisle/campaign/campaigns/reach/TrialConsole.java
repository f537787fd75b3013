package dev.aisle.campaign.campaigns.reach;

import dev.aisle.campaign.campaigns.edge.CampaignAnswers;
import dev.aisle.campaign.campaigns.reach.DryRun.Found;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A dry run: how many people would get what, who is kept out by which rule, and an example of each variation. Nothing is given to anybody. */
@Path("/console/campaigns/trial/{id}")
@ChangesNothing("answers a question; what the guard counts is no change")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class TrialConsole {
    private static final String TITLE = "campaigns_trial";

    private final Console console;
    private final ReadCampaigns readCampaigns;
    private final DryRun dryRun;

    TrialConsole(Console console, ReadCampaigns readCampaigns, DryRun dryRun) {
        this.console = console;
        this.readCampaigns = readCampaigns;
        this.dryRun = dryRun;
    }

    /** People of a variation, or of the comparison group. */
    record Part(String variation, long people, double share) {
        public boolean holdout() {
            return variation.equals("holdout");
        }
    }

    /** Who is kept out by a rule. */
    record Stop(String place, String key, long people, double share) {}

    /** A text of an example. */
    record Text(String place, String text) {
        public String key() {
            return "campaigns_text_" + place;
        }
    }

    /** A variation as it would be read. */
    record Example(String variation, List<Text> texts) {}

    /**
     * What was found.
     *
     * @param people {@code null} when they are fewer than the threshold
     */
    record Result(Found found, @Nullable Long people, List<Part> parts, List<Stop> stops, List<Example> examples) {}

    /** The page; before it was asked for there is no result. */
    record Trial(String id, String name, @Nullable Result result) {
        public String at() {
            return "/console/campaigns/trial/" + id;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trial(Trial trial);
    }

    @GET
    public Response show(@RestPath String id) {
        return page(id, null);
    }

    @POST
    public Response run(@RestPath String id) {
        return CampaignAnswers.isId(id)
                ? dryRun.run(id, null)
                        .map(found -> page(id, result(found)))
                        .orElseGet(() -> Problems.notFound("campaign"))
                : Problems.notFound("campaign");
    }

    private Response page(String id, @Nullable Result result) {
        return CampaignAnswers.isId(id)
                ? readCampaigns
                        .one(id)
                        .map(seen -> console.page(
                                TITLE,
                                Templates.trial(new Trial(
                                        id,
                                        seen.shown().definition().path("name").asText(),
                                        result))))
                        .orElseGet(() -> Problems.notFound("campaign"))
                : Problems.notFound("campaign");
    }

    private static Result result(Found found) {
        Long people = found.reach().people();
        long stopped = found.reach().stoppedBy().stream()
                .mapToLong(stop -> stop.people())
                .sum();
        double all = Math.max(1, (people == null ? 0 : people) + stopped);
        List<Part> parts = found.reach().byVariation().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing((String one) -> one.equals("holdout"))
                        .thenComparing(Comparator.naturalOrder())))
                .map(one -> new Part(one.getKey(), one.getValue(), Math.min(1, one.getValue() / all)))
                .toList();
        return new Result(
                found,
                people,
                parts,
                found.reach().stoppedBy().stream()
                        .map(stop -> new Stop(
                                stop.place(),
                                "campaigns_stop" + stop.place().replace('/', '_'),
                                stop.people(),
                                Math.min(1, stop.people() / all)))
                        .toList(),
                found.examples().stream()
                        .map(shown -> new Example(
                                shown.variation(),
                                shown.written().texts().entrySet().stream()
                                        .map(text -> new Text(text.getKey(), text.getValue()))
                                        .toList()))
                        .toList());
    }
}
