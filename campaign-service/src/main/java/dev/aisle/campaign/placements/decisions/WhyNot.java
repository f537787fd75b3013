package dev.aisle.campaign.placements.decisions;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.campaigns.worth.DecisionSettings;
import dev.aisle.campaign.placements.decisions.WhySource.Line;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.domain.arbitration.Contender;
import dev.aisle.campaign.placements.domain.arbitration.Rule;
import dev.aisle.campaign.placements.domain.arbitration.Ruling;
import dev.aisle.campaign.placements.usecase.TryCampaign;
import dev.aisle.campaign.placements.usecase.TryCampaign.Tried;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.audit.PersonReads;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why a person doesn't get a campaign: evaluated now, rule by rule, and what became of it lately. */
@ApplicationScoped
class WhyNot {
    private static final String RUNNING = "running";

    private final ReadCampaigns campaigns;
    private final ReadDefinition readDefinition;
    private final TryCampaign tryCampaign;
    private final List<WhySource> sources;
    private final DecisionSettings settings;
    private final PersonReads personReads;
    private final InstantSource clock;

    WhyNot(
            ReadCampaigns campaigns,
            ReadDefinition readDefinition,
            TryCampaign tryCampaign,
            @All List<WhySource> sources,
            DecisionSettings settings,
            PersonReads personReads,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.readDefinition = readDefinition;
        this.tryCampaign = tryCampaign;
        this.sources = sources;
        this.settings = settings;
        this.personReads = personReads;
        this.clock = clock;
    }

    /**
     * Somebody asks.
     *
     * @param placement where; {@code null} for one of the campaign's own
     */
    public record Question(
            String campaign,
            String subject,
            @Nullable String placement,
            List<String> contextItems,
            Language language) {}

    /** A rule that keeps the campaign from the person now, in words, and what would change it. */
    public record Hindrance(String rule, String text, String change) {}

    /**
     * The answer.
     *
     * @param state of the campaign, {@code running} for one that decides
     * @param gets whether the person would get it now
     * @param winner who gets the placement instead, in its version; {@code null} when nobody does or it is the campaign itself
     * @param lately what became of it, the latest first
     */
    public record Answer(
            String campaign,
            int version,
            String state,
            @Nullable String placement,
            boolean gets,
            @Nullable String winner,
            List<Hindrance> hindrances,
            List<Line> lately) {}

    /** Answers; empty when there is no such campaign. Who of staff asks about whom is told to the audit log first. */
    public Optional<Answer> why(Question question) {
        personReads.note(question.subject());
        return campaigns
                .one(question.campaign())
                .flatMap(seen -> readDefinition
                        .of(question.campaign(), seen.shown().number())
                        .map(definition -> answer(question, definition, seen.state(clock.instant()))));
    }

    private Answer answer(Question question, Definition definition, String state) {
        Language language = question.language();
        List<Hindrance> hindrances = new ArrayList<>();
        if (!state.equals(RUNNING)) {
            hindrances.add(hindrance(Rule.STATE, definition.campaign().reference(), state, language));
        }
        String placement = question.placement() == null
                ? definition.campaign().placements().stream()
                        .sorted()
                        .findFirst()
                        .orElse("")
                : question.placement();
        Optional<Tried> tried = tryCampaign.of(
                definition,
                new DecisionRequest(null, placement, question.subject(), question.contextItems(), List.of(), language));
        if (tried.isEmpty()) {
            hindrances.add(hindrance(Rule.CONSENT, definition.campaign().reference(), "", language));
        }
        tried.ifPresent(one -> hindrances.addAll(hindrances(one, definition, placement, language)));
        Contender winner = tried.map(Tried::ruling)
                .filter(ruling -> !ruling.ranked().isEmpty())
                .map(ruling -> ruling.ranked().getFirst())
                .filter(first -> !first.campaign().id().equals(question.campaign()))
                .orElse(null);
        return new Answer(
                question.campaign(),
                definition.campaign().version(),
                state,
                placement.isEmpty() ? null : placement,
                hindrances.isEmpty(),
                winner == null || placement.isEmpty() ? null : winner.campaign().reference(),
                hindrances,
                tried.map(one -> lately(question.campaign(), one.subject(), language))
                        .orElse(List.of()));
    }

    private List<Line> lately(String campaign, String subject, Language language) {
        return sources.stream()
                .flatMap(source -> source.of(campaign, subject, language).stream())
                .sorted(Comparator.comparing(Line::at).reversed())
                .toList();
    }

    private List<Hindrance> hindrances(Tried tried, Definition definition, String placement, Language language) {
        String reference = definition.campaign().reference();
        boolean sent = definition.campaign().placements().isEmpty();
        List<Hindrance> all = new ArrayList<>();
        tried.stopping().stream()
                // What is sent has no page.
                .filter(rule -> !sent || (rule != Rule.PLACEMENT && rule != Rule.CONTEXT && rule != Rule.CONTACT_CAP))
                .map(rule -> hindrance(
                        rule,
                        reference,
                        rule == Rule.AUDIENCE
                                ? AudienceWords.of(definition.campaign().audience(), tried.person(), language)
                                : "",
                        language))
                .forEach(all::add);
        if (all.isEmpty() && !sent) {
            compared(tried, reference, placement, language).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Hindrance> compared(Tried tried, String reference, String placement, Language language) {
        Ruling ruling = tried.ruling();
        Contender winner = ruling.ranked().getFirst();
        if (!winner.campaign().id().equals(tried.contender().campaign().id())) {
            Rule rule = Ruling.lostBy(tried.contender(), winner);
            return Optional.of(hindrance(
                    rule,
                    reference,
                    reference + " " + money(tried.contender()) + ", "
                            + winner.campaign().reference() + " " + money(winner) + " @" + placement,
                    language));
        }
        return ruling.choice() instanceof Choice.HeldOut
                ? Optional.of(hindrance(Rule.HOLDOUT, reference, "", language))
                : Optional.empty();
    }

    private String money(Contender contender) {
        return Explanation.money(contender.worth().expected(), settings.currency());
    }

    private static Hindrance hindrance(Rule rule, String reference, String datum, Language language) {
        boolean chinese = language == Language.ZH;
        String detail = datum.isEmpty() ? "" : chinese ? "：" + datum : ": " + datum;
        return new Hindrance(
                rule.code(),
                reference + " " + RuleWords.lost(rule, language) + detail + (chinese ? "。" : "."),
                RuleWords.change(rule, language));
    }
}
