package dev.aisle.campaign.campaigns.edge;

import dev.aisle.campaign.campaigns.domain.definition.Channel;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.life.Deed;
import dev.aisle.campaign.campaigns.domain.life.Difference;
import dev.aisle.campaign.campaigns.domain.life.Life;
import dev.aisle.campaign.campaigns.domain.life.Step;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.usecase.OverlookCampaigns;
import dev.aisle.campaign.campaigns.usecase.OverlookCampaigns.Overlooked;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.TakeStep;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.console.Words;
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
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One campaign: how it stands and why, what can be done with it now, its versions and who did what. */
@Path("/console/campaigns/one/{id}")
@Changes("campaign")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class CampaignPageConsole {
    private static final int MOST_NOTE = 500;

    private final Console console;
    private final OverlookCampaigns overlookCampaigns;
    private final ReadCampaigns readCampaigns;
    private final TakeStep takeStep;
    private final CampaignAnswers answers;
    private final InstantSource clock;

    CampaignPageConsole(
            Console console,
            OverlookCampaigns overlookCampaigns,
            ReadCampaigns readCampaigns,
            TakeStep takeStep,
            CampaignAnswers answers,
            InstantSource clock) {
        this.console = console;
        this.overlookCampaigns = overlookCampaigns;
        this.readCampaigns = readCampaigns;
        this.takeStep = takeStep;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * What it is for, to whom and when it goes, in words; {@code null} of a draft that can't be read any more.
     *
     * @param ways placements, or channels with the trigger
     */
    record Told(
            String audience,
            String trigger,
            String ways,
            String holdout,
            @Nullable String cap) {}

    /** A version in the table. */
    record VersionRow(Version version, boolean runs, boolean restorable) {
        public String stageKey() {
            return "campaigns_stage_" + version.stage().code();
        }

        public String dialog() {
            return "restore-" + version.number();
        }
    }

    /** Something that somebody did. */
    record DeedRow(Deed deed) {
        public String key() {
            return "campaigns_deed_" + deed.deed();
        }
    }

    /** Two versions side by side. */
    record Compared(int from, int to, List<DifferenceRow> rows) {}

    /** What kept a step from being taken: a sentence, and where the definition is why, each place. */
    record Refused(String text, List<Finding> findings) {}

    /**
     * The page.
     *
     * @param steps that can be taken now
     * @param newest the version that they are about
     * @param own whether the person wrote that version, and so doesn't approve it
     */
    record Whole(
            CampaignRow row,
            String description,
            long revision,
            @Nullable Told told,
            Set<String> steps,
            Version newest,
            boolean own,
            List<VersionRow> versions,
            @Nullable Compared compared,
            List<DeedRow> deeds,
            @Nullable Refused refused) {
        public String stepsAt() {
            return "/console/campaigns/one/" + row.id() + "/steps";
        }

        public boolean can(String step) {
            return steps.contains(step);
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance one(Whole whole);
    }

    @GET
    public Response one(@RestPath String id, @RestQuery @Nullable Integer from, @RestQuery @Nullable Integer to) {
        return known(id)
                .map(one -> page(200, one, compared(one, from, to), null))
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    @POST
    @Path("/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MARKETER)
    public Response step(@RestPath String id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String actor = answers.actor();
        Long revision = CampaignAnswers.revision(form.value("revision"));
        Optional<Step> step = Step.of(form.value("step"));
        Integer version = form.value("version").matches("[0-9]{1,6}") ? Integer.valueOf(form.value("version")) : null;
        String note = form.value("note").strip().replace("\0", "");
        if (actor == null) {
            return CampaignAnswers.noSubject();
        }
        if (!CampaignAnswers.isId(id)) {
            return Problems.notFound("campaign");
        }
        if (step.isEmpty() || revision == null) {
            return Problems.invalidField("step", "expected one of " + String.join(", ", Step.codes()));
        }
        if (note.length() > MOST_NOTE) {
            return Problems.invalidField("note", "has more than " + MOST_NOTE + " characters");
        }
        Words words = console.words();
        return switch (takeStep.take(new TakeStep.Wish(id, step.get(), revision, version, actor, note))) {
            case TakeStep.Outcome.Done _ ->
                console.goTo(
                        "/console/campaigns/one/" + id,
                        "campaigns_done_" + step.get().code());
            case TakeStep.Outcome.Missing _ -> Problems.notFound("campaign");
            case TakeStep.Outcome.NoSuchVersion _ ->
                again(id, 422, new Refused(words.say("campaigns_no_version"), List.of()));
            case TakeStep.Outcome.Outdated _ -> again(id, 412, new Refused(words.say("campaigns_outdated"), List.of()));
            case TakeStep.Outcome.NotPossible not ->
                again(id, 409, new Refused(words.say("campaigns_not_possible", not.why()), List.of()));
            case TakeStep.Outcome.SecondPersonNeeded needed ->
                again(id, 403, new Refused(words.say("campaigns_second_person", needed.version()), List.of()));
            case TakeStep.Outcome.Wrong wrong ->
                again(id, 422, new Refused(words.say("campaigns_wrong"), wrong.findings()));
        };
    }

    private Optional<Overlooked> known(String id) {
        return CampaignAnswers.isId(id) ? overlookCampaigns.one(id) : Optional.empty();
    }

    /** The address stays the page's: that of the step can't be loaded again. */
    private Response again(String id, int status, Refused refused) {
        return known(id)
                .map(one -> Response.fromResponse(page(status, one, compared(one, null, null), refused))
                        .header("HX-Push-Url", "false")
                        .build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }

    private Response page(int status, Overlooked one, @Nullable Compared compared, @Nullable Refused refused) {
        Words words = console.words();
        Life life = one.seen().life();
        CampaignRow row = CampaignRow.of(one, words, clock.instant());
        Version waiting = one.seen().waiting();
        Version newest = waiting == null ? one.seen().shown() : waiting;
        boolean may = console.may(Role.MARKETER);
        Set<String> steps = Arrays.stream(Step.values())
                .filter(step -> may && life.hindrance(step, newest.stage()).isEmpty())
                .map(Step::code)
                .collect(Collectors.toSet());
        Integer running = life.running();
        Whole whole = new Whole(
                row,
                one.seen().shown().definition().path("description").asText(),
                life.revision(),
                one.definition() == null ? null : told(one.definition(), words),
                steps,
                newest,
                newest.author().equals(answers.actor()),
                readCampaigns.versions(life.id()).stream()
                        .map(version -> new VersionRow(
                                version,
                                running != null && running == version.number(),
                                may && version.number() != life.newest()))
                        .toList(),
                compared,
                readCampaigns.history(life.id()).stream().map(DeedRow::new).toList(),
                refused);
        return console.named(status, row.name(), Templates.one(whole));
    }

    /** The two that were asked for; else, where a version waits, that one with the running one. */
    private @Nullable Compared compared(Overlooked one, @Nullable Integer from, @Nullable Integer to) {
        Version waiting = one.seen().waiting();
        Integer earlier = from != null
                ? from
                : waiting == null ? null : Integer.valueOf(one.seen().shown().number());
        Integer later = to != null ? to : waiting == null ? null : Integer.valueOf(waiting.number());
        if (earlier == null || later == null) {
            return null;
        }
        String id = one.seen().life().id();
        Optional<Version> before = readCampaigns.version(id, earlier);
        Optional<Version> after = readCampaigns.version(id, later);
        return before.isEmpty() || after.isEmpty()
                ? null
                : new Compared(
                        earlier,
                        later,
                        DifferenceRow.of(Difference.between(
                                before.get().definition(), after.get().definition())));
    }

    private static Told told(Definition definition, Words words) {
        String type =
                words.say("campaigns_trigger_" + definition.trigger().type().code());
        String settings = String.join(", ", definition.trigger().settings().values());
        String ways = definition.campaign().placements().isEmpty()
                ? definition.channels().stream()
                        .map(Channel::code)
                        .map(code -> words.say("campaigns_channel_" + code))
                        .sorted()
                        .collect(Collectors.joining(", "))
                : definition.campaign().placements().stream().sorted().collect(Collectors.joining(", "));
        var cap = definition.campaign().frequencyCap();
        double holdout = definition.campaign().holdoutShare();
        return new Told(
                AudienceText.of(definition.campaign().audience(), words),
                settings.isEmpty() ? type : type + " (" + settings + ")",
                ways,
                holdout == 0
                        ? words.say("campaigns_no_holdout")
                        : words.say("campaigns_holdout_share", Math.round(holdout * 1000) / 10.0),
                cap == null
                        ? null
                        : words.say(
                                "campaigns_cap_times", cap.times(), cap.window().toDays()));
    }
}
