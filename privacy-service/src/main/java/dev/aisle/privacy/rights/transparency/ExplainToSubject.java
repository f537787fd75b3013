package dev.aisle.privacy.rights.transparency;

import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.export.SubjectExport;
import dev.aisle.platform.export.SubjectExport.Section;
import dev.aisle.privacy.consent.decisions.DecideOnUse;
import dev.aisle.privacy.consent.decisions.DecideOnUse.Question;
import dev.aisle.privacy.rights.export.EverythingKnown;
import dev.aisle.privacy.rights.export.EverythingKnown.Known;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.transparency.Transparency.Holding;
import dev.aisle.privacy.rights.transparency.Transparency.Right;
import dev.aisle.privacy.rights.transparency.Transparency.Use;
import dev.aisle.privacy.shared.datamap.Words;
import dev.aisle.privacy.shared.people.SubjectReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells a shopper what is known, why something was shown, and how to change it. */
@ApplicationScoped
class ExplainToSubject {
    private final DecideOnUse decideOnUse;
    private final EverythingKnown everythingKnown;

    ExplainToSubject(DecideOnUse decideOnUse, EverythingKnown everythingKnown) {
        this.decideOnUse = decideOnUse;
        this.everythingKnown = everythingKnown;
    }

    /** All of it, in these words. */
    public Transparency explain(SubjectReference subject, Words words) {
        List<DecideOnUse.Decision> decisions = decideOnUse.decide(Arrays.stream(Purpose.values())
                .map(purpose -> new Question(subject, purpose, false))
                .toList());
        String pseudonym = decisions.getFirst().subject().value();
        Known known = everythingKnown.of(pseudonym);
        return new Transparency(
                pseudonym,
                decisions.stream().map(decision -> use(decision, words)).toList(),
                known.answers().stream()
                        .flatMap(export -> holdings(export, words))
                        .toList(),
                ShownItems.of(known.answers(), words),
                known.unanswered(),
                Arrays.stream(RequestType.values())
                        .map(type -> right(type.wireName(), words))
                        .toList());
    }

    private static Use use(DecideOnUse.Decision decided, Words words) {
        String purpose = decided.purpose().wireName();
        ConsentDecision decision = decided.decision();
        String reason = decision.reason().wireName();
        String change = decided.purpose() == Purpose.NECESSARY
                ? ""
                : decision.allowed()
                        ? "DELETE /v1/consents/" + decided.subject().value() + "/" + purpose
                        : "POST /v1/consents {\"noticeVersion\":\"…\",\"decisions\":{\"" + purpose + "\":\"grant\"}}";
        return new Use(
                purpose,
                words.of("purpose." + purpose),
                decision.allowed(),
                reason,
                words.of("reason." + reason),
                change);
    }

    private static Stream<Holding> holdings(SubjectExport export, Words words) {
        return export.sections().stream()
                .filter(section -> !section.records().isEmpty())
                .map(section -> holding(export.service(), section, words));
    }

    private static Holding holding(String service, Section section, Words words) {
        Map<String, Object> latest = section.records().getLast();
        return new Holding(
                service,
                words.told(section.name()),
                words.told(section.source()),
                section.retention(),
                section.fields().stream()
                        .flatMap(field -> field.purposes().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                section.records().size(),
                latest);
    }

    private static Right right(String type, Words words) {
        return new Right(type, words.of("right." + type), "POST /v1/requests {\"type\":\"" + type + "\"}");
    }
}
