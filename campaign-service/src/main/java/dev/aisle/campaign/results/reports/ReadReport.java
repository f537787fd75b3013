package dev.aisle.campaign.results.reports;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.life.Version;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.campaigns.worth.DecisionSettings;
import dev.aisle.campaign.results.effects.Arms;
import dev.aisle.campaign.results.effects.Cost;
import dev.aisle.campaign.results.effects.CountedArms;
import dev.aisle.campaign.results.effects.CountedContacts;
import dev.aisle.campaign.results.effects.CountedResponses;
import dev.aisle.campaign.results.effects.Effect;
import dev.aisle.campaign.results.effects.EffectDay;
import dev.aisle.campaign.results.effects.OverTime;
import dev.aisle.campaign.results.effects.Responses;
import dev.aisle.campaign.results.effects.Wording;
import dev.aisle.campaign.results.reports.Report.Release;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports what a version of a campaign achieved, as the guard shows it: all that is said is worked out from numbers that were released. */
@Singleton
class ReadReport {
    /** So seldom that a shop with many campaigns sees no false alarm in years. */
    private static final double ODD = 0.001;

    private final ReadCampaigns readCampaigns;
    private final ReadDefinition readDefinition;
    private final ReportRepository reports;
    private final Transactions transactions;
    private final ReportSettings settings;
    private final DecisionSettings decisions;
    private final GuardedFigures guarded;
    private final InstantSource clock;

    ReadReport(
            ReadCampaigns readCampaigns,
            ReadDefinition readDefinition,
            ReportRepository reports,
            Transactions transactions,
            ReportSettings settings,
            DecisionSettings decisions,
            GuardedFigures guarded,
            InstantSource clock) {
        this.readCampaigns = readCampaigns;
        this.readDefinition = readDefinition;
        this.reports = reports;
        this.transactions = transactions;
        this.settings = settings;
        this.decisions = decisions;
        this.guarded = guarded;
        this.clock = clock;
    }

    /** Reports a version, the running or else the newest when none is named; empty when there is no such one. */
    public Optional<Report> of(String id, @Nullable Integer version) {
        return readCampaigns
                .one(id)
                .flatMap(seen -> readDefinition.of(
                        id, version == null ? Integer.valueOf(seen.shown().number()) : version))
                .map(definition -> transactions.call(connection -> report(connection, definition, true, guarded::ask)));
    }

    /**
     * Reports the effect of the running version, for lists. A list takes no more than half of the reader's day,
     * and nothing for campaigns without a comparison group; for the others it shows what stands.
     */
    public Optional<Report> inList(String id) {
        boolean half = guarded.left() > guarded.level().answersADay() / 2;
        return readCampaigns
                .one(id)
                .flatMap(seen -> readDefinition.of(id, seen.shown().number()))
                .map(definition -> transactions.call(connection -> report(
                        connection,
                        definition,
                        false,
                        half && definition.campaign().holdoutShare() > 0 ? guarded::ask : this::standing)));
    }

    private Answer standing(Question question) {
        return guarded.standing(question.text()).orElseGet(Answer.NoneLeft::new);
    }

    /** How the effect on orders of a version went; none of too few people, and of a version that isn't there. */
    public List<EffectDay> overTime(String id, int version) {
        return readDefinition
                .of(id, version)
                .flatMap(definition -> readCampaigns
                        .version(id, version)
                        .map(made -> transactions.call(connection -> overTime(connection, definition, made))))
                .orElse(List.of());
    }

    private List<EffectDay> overTime(Connection connection, Definition definition, Version version)
            throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        OverTime days = OverTime.of(
                LocalDate.ofInstant(version.madeAt(), ZoneOffset.UTC),
                today,
                reports.moved(
                        connection,
                        version.campaign(),
                        version.number(),
                        definition.goal().within()));
        return guarded.ask(days.question(text(definition))) instanceof Answer.Shown shown
                ? days.shown(shown, guarded.level(), today)
                : List.of();
    }

    private static String text(Definition definition) {
        return definition.campaign().version() + " " + definition.campaign().id();
    }

    private Report report(Connection connection, Definition definition, boolean whole, Function<Question, Answer> asked)
            throws SQLException {
        String id = definition.campaign().id();
        int version = definition.campaign().version();
        String currency = currency(connection, definition);
        CountedArms counted = CountedArms.of(
                definition.campaign(),
                reports.outcomes(connection, id, version, definition.goal().within(), currency),
                currency);
        Answer answer = asked.apply(counted.question(text(definition)));
        if (!(answer instanceof Answer.Shown shown)) {
            return untold(definition, currency, answer instanceof Answer.NoneLeft);
        }
        Arms arms = counted.shown(shown);
        boolean both = arms.both(guarded.level());
        Optional<Effect> effect = both ? Effect.of(arms, guarded.level()) : Optional.empty();
        CountedContacts contacts = reports.contacts(connection, id, version, channels(currency));
        Question ofContacts = contacts.question(text(definition));
        Optional<CountedContacts.Shown> taken =
                (whole ? guarded.ask(ofContacts) : standing(ofContacts)) instanceof Answer.Shown one
                        ? Optional.of(contacts.shown(one, guarded.level()))
                        : Optional.empty();
        Optional<Responses> responses = whole ? responses(connection, definition, contacts, taken) : Optional.empty();
        Optional<Cost> cost = cost(connection, definition, currency, taken);
        List<String> words = new ArrayList<>();
        if (both && arms.sizesByChance(definition.campaign()) < ODD) {
            words.add("The arms haven't the sizes that chance gives them: find out why before you believe any effect.");
        }
        words.addAll(Wording.ofEffect(arms, effect, definition.goal(), cost));
        responses.ifPresent(one -> words.addAll(Wording.ofResponses(one)));
        return new Report(
                id,
                version,
                guarded.level().k(),
                new Release(shown.at(), false, guarded.left()),
                currency,
                arms.each(guarded.level()) ? arms.all() : List.of(),
                effect,
                responses,
                cost,
                words);
    }

    private Report untold(Definition definition, String currency, boolean noneLeft) {
        return new Report(
                definition.campaign().id(),
                definition.campaign().version(),
                guarded.level().k(),
                new Release(null, noneLeft, guarded.left()),
                currency,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        noneLeft
                                ? "The numbers aren't shown: you have had today's new numbers. Ask again tomorrow (UTC); those that you have seen stay."
                                : "Too few people who allow analytics take part so far: no number stands out of its noise."));
    }

    private Optional<Responses> responses(
            Connection connection,
            Definition definition,
            CountedContacts contacts,
            Optional<CountedContacts.Shown> taken)
            throws SQLException {
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        CountedResponses counted = reports.responses(
                connection,
                contacts,
                definition.campaign().id(),
                definition.campaign().version());
        return Optional.of(
                guarded.ask(counted.question(text(definition))) instanceof Answer.Shown answer
                        ? CountedResponses.shown(taken.get(), answer, guarded.level())
                        : new Responses(taken.get(), Map.of(), List.of(), Map.of(), null));
    }

    /** Those whose messages cost something. */
    private Set<String> channels(String currency) {
        return currency.equals(decisions.currency())
                ? new TreeSet<>(settings.messageCost().keySet())
                : Set.of();
    }

    private Optional<Cost> cost(
            Connection connection, Definition definition, String currency, Optional<CountedContacts.Shown> taken)
            throws SQLException {
        Optional<Long> coupons = reports.cost(connection, coupons(definition), currency);
        double sending = taken.stream()
                .flatMap(one -> one.sent().entrySet().stream())
                .mapToDouble(one -> one.getValue() * settings.messageCost().getOrDefault(one.getKey(), 0.0))
                .sum();
        return coupons.isEmpty() && sending == 0
                ? Optional.empty()
                : Optional.of(new Cost(coupons.orElse(0L), sending));
    }

    /** That of its value or budget; else the one in which most is paid. */
    private String currency(Connection connection, Definition definition) throws SQLException {
        Optional<String> own = Stream.of(
                        Optional.ofNullable(definition.limits().value()),
                        Optional.ofNullable(definition.limits().budget()))
                .flatMap(Optional::stream)
                .map(Amount::currency)
                .findFirst();
        return own.isPresent()
                ? own.get()
                : reports.currency(
                                connection,
                                definition.campaign().id(),
                                definition.campaign().version())
                        .orElse("");
    }

    private static Set<String> coupons(Definition definition) {
        return definition.campaign().variations().stream()
                .map(Variation::coupon)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
