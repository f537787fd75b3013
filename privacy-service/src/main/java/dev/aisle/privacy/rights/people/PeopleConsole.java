package dev.aisle.privacy.rights.people;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.consent.enforcement.AwaitEffect;
import dev.aisle.privacy.consent.enforcement.Effect;
import dev.aisle.privacy.consent.statements.ConsentReading;
import dev.aisle.privacy.consent.statements.Stales;
import dev.aisle.privacy.consent.statements.WithdrawConsent;
import dev.aisle.privacy.shared.calls.ExpectedVersion;
import dev.aisle.privacy.shared.datamap.Words;
import dev.aisle.privacy.shared.edge.IsPseudonym;
import dev.aisle.privacy.shared.edge.LiveCheck;
import dev.aisle.privacy.shared.edge.PersonFields;
import dev.aisle.privacy.shared.edge.PersonFields.Choice;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Tab;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.vault.traits.ReadTraits;
import dev.aisle.privacy.vault.traits.Traits;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One person: what was said, what follows from it, and, for a reason that is noted, what the vault has. */
@Path("/console/privacy/people")
@RunOnVirtualThread
@RolesAllowed(Role.PRIVACY_OFFICER)
@Changes("consent")
public class PeopleConsole {
    private static final String FIND = "privacy_people_title";
    private static final String TITLE = "privacy_person_title";

    private final Console console;
    private final PrivacyTabs tabs;
    private final LookUpPerson lookUpPerson;
    private final ReadPerson readPerson;
    private final WithdrawConsent withdrawConsent;
    private final AwaitEffect awaitEffect;
    private final ReadTraits readTraits;
    private final LiveCheck liveCheck;

    PeopleConsole(
            Console console,
            PrivacyTabs tabs,
            LookUpPerson lookUpPerson,
            ReadPerson readPerson,
            WithdrawConsent withdrawConsent,
            AwaitEffect awaitEffect,
            ReadTraits readTraits,
            LiveCheck liveCheck) {
        this.console = console;
        this.tabs = tabs;
        this.lookUpPerson = lookUpPerson;
        this.readPerson = readPerson;
        this.withdrawConsent = withdrawConsent;
        this.awaitEffect = awaitEffect;
        this.readTraits = readTraits;
        this.liveCheck = liveCheck;
    }

    /** What the vault keeps, one line a field; null as long as nobody asked. */
    record Kept(List<Line> lines) {
        /** A field of the vault. */
        record Line(String key, String text) {}

        static Kept of(Traits traits) {
            return new Kept(traits.values().entrySet().stream()
                    .map(kept -> new Line(
                            "privacy_vault_" + kept.getKey().wireName().toLowerCase(java.util.Locale.ROOT),
                            String.join(", ", kept.getValue())))
                    .toList());
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance find(List<Tab> tabs, Form form, List<Choice> types, List<Choice> reasons);

        static native TemplateInstance person(
                List<Tab> tabs, ConsolePerson person, @Nullable Kept kept, Form form, List<Choice> reasons);
    }

    @GET
    public Response find() {
        return console.page(FIND, find(Form.of(Map.of())));
    }

    private TemplateInstance find(Form form) {
        return Templates.find(tabs.at(Page.PEOPLE), form, PersonFields.types(), PersonFields.reasons());
    }

    /** By a form, so that no address has an identifier in it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ChangesNothing("it finds a person; the log has it as person.looked-up")
    public Response look(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        List<FieldError> errors = new ArrayList<>();
        Optional<SubjectReference> reference = PersonFields.reference(form, console.words(), errors);
        Optional<String> reason = PersonFields.reason(form, console.words(), errors);
        if (reference.isEmpty() || reason.isEmpty()) {
            return console.invalid(FIND, find(form.with(errors)));
        }
        Pseudonym found = lookUpPerson.find(reference.get(), reason.get());
        return console.goTo(address(found.value()));
    }

    /** What would be refused; nobody is looked up. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ChangesNothing("it says what a form would be refused for")
    public Response check(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        List<FieldError> errors = new ArrayList<>();
        boolean named = PersonFields.reference(form, console.words(), errors).isPresent();
        boolean reasoned = PersonFields.reason(form, console.words(), errors).isPresent();
        return liveCheck.answer(named && reasoned ? form : form.with(errors));
    }

    private static String address(String pseudonym) {
        return Page.PEOPLE.path() + "/" + pseudonym;
    }

    @GET
    @Path("/{pseudonym}")
    public Response person(@PathParam("pseudonym") @IsPseudonym String pseudonym) {
        return console.page(TITLE, person(new Pseudonym(pseudonym), null, Form.of(Map.of())));
    }

    private TemplateInstance person(Pseudonym pseudonym, @Nullable Kept kept, Form form) {
        ConsolePerson person = readPerson.read(
                pseudonym, Words.of(List.of(console.words().language().locale())));
        return Templates.person(tabs.at(Page.PEOPLE), person, kept, form, PersonFields.reasons());
    }

    /** What the vault keeps, for a reason; on this page alone, and noted. */
    @POST
    @Path("/{pseudonym}/vault")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ChangesNothing("it shows what the vault has; the log has it as vault.read")
    public Response vault(@PathParam("pseudonym") @IsPseudonym String pseudonym, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        List<FieldError> errors = new ArrayList<>();
        Pseudonym person = new Pseudonym(pseudonym);
        return PersonFields.reason(form, console.words(), errors)
                .map(reason -> readTraits.read(person, console.person(), reason))
                .map(traits -> console.page(TITLE, person(person, Kept.of(traits), form)))
                .orElseGet(() -> console.invalid(TITLE, person(person, null, form.with(errors))));
    }

    /** Takes a yes back for the person, and says whether every service knows. */
    @POST
    @Path("/{pseudonym}/withdrawals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @PathParam("pseudonym") @IsPseudonym String pseudonym, @FormParam("purpose") @Nullable String name) {
        Optional<Purpose> purpose =
                Optional.ofNullable(name).flatMap(Purpose::ofWireName).filter(known -> known != Purpose.NECESSARY);
        if (purpose.isEmpty()) {
            return ConsentReading.Words.unknownPurpose("purpose");
        }
        Pseudonym person = new Pseudonym(pseudonym);
        return switch (withdrawConsent.withdraw(person, purpose.get(), ExpectedVersion.ofHeader(null))) {
            case WithdrawConsent.Outcome.Withdrawn withdrawn ->
                console.goTo(
                        address(pseudonym),
                        awaitEffect.await(person, withdrawn.version()) instanceof Effect.InForce
                                ? "privacy_withdrawn_everywhere"
                                : "privacy_withdrawn_underway");
            case WithdrawConsent.Outcome.Stale stale -> Stales.answer(stale.version());
        };
    }

    /** The receipt as a file. */
    @GET
    @Path("/{pseudonym}/receipt")
    public Response receipt(@PathParam("pseudonym") @IsPseudonym String pseudonym) {
        return readPerson
                .receipt(pseudonym)
                .map(receipt -> Response.ok(receipt, "application/ld+json")
                        .header("Content-Disposition", "attachment; filename=\"consent-receipt.jsonld\"")
                        .build())
                .orElseGet(() -> Problems.notFound("consent"));
    }
}
