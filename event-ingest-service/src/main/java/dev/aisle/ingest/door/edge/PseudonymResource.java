package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.usecase.Pseudonymise;
import dev.aisle.ingest.door.usecase.Pseudonymise.NoSubject;
import dev.aisle.ingest.door.usecase.Pseudonymise.NotYet;
import dev.aisle.ingest.door.usecase.Pseudonymise.Pseudonyms;
import dev.aisle.ingest.door.usecase.Pseudonymise.Subject;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.audit.PersonReads;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Identifiers in, pseudonyms out. In a body, because addresses end in logs. */
@Path("/v1/pseudonyms")
@ChangesNothing("a read of a person, recorded as one")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PseudonymResource {
    private static final int MOST_SUBJECTS = 1_000;

    private final Pseudonymise pseudonymise;
    private final PersonReads personReads;

    PseudonymResource(Pseudonymise pseudonymise, PersonReads personReads) {
        this.pseudonymise = pseudonymise;
        this.personReads = personReads;
    }

    record PseudonymRequest(
            @NotNull @Size(min = 1, max = MOST_SUBJECTS) List<@NotNull @Valid SubjectView> subjects) {}

    record SubjectView(@NotBlank String type, @NotBlank String value) {
        @Override
        public String toString() {
            return "SubjectView[" + type + "]";
        }
    }

    record PseudonymAnswer(List<String> pseudonyms) {}

    @POST
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.SERVICE})
    public Response pseudonymise(@NotNull @Valid PseudonymRequest request) {
        List<Subject> subjects = request.subjects().stream()
                .map(view -> new Subject(view.type(), view.value()))
                .toList();
        return switch (pseudonymise.of(subjects)) {
            case Pseudonyms pseudonyms -> answer(pseudonyms);
            case NoSubject none -> Problems.invalidField(none.field(), none.message());
            case NotYet ignored -> Problems.unavailable("Erasures are not known yet.", 5);
        };
    }

    private Response answer(Pseudonyms pseudonyms) {
        personReads.note(pseudonyms.values());
        return Response.ok(new PseudonymAnswer(pseudonyms.values()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
