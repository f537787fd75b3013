package dev.aisle.privacy.consent.decisions;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.audit.log.StaffReads;
import dev.aisle.privacy.consent.decisions.DecideOnUse.Decision;
import dev.aisle.privacy.consent.decisions.DecideOnUse.Question;
import dev.aisle.privacy.consent.decisions.DecisionViews.DecisionView;
import dev.aisle.privacy.consent.decisions.DecisionViews.DecisionsRequest;
import dev.aisle.privacy.consent.decisions.DecisionViews.DecisionsView;
import dev.aisle.privacy.consent.decisions.DecisionViews.QuestionView;
import dev.aisle.privacy.consent.statements.BrowserSignals;
import dev.aisle.privacy.consent.statements.ConsentReading;
import dev.aisle.privacy.shared.people.SubjectReference;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides on uses of data. A denial is an answer, not an error. */
@Path("/v1/decisions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ChangesNothing("it answers what is allowed")
class DecisionResource {
    private final DecideOnUse decideOnUse;
    private final StaffReads staffReads;

    DecisionResource(DecideOnUse decideOnUse, StaffReads staffReads) {
        this.decideOnUse = decideOnUse;
        this.staffReads = staffReads;
    }

    @POST
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.SERVICE})
    public Response decide(
            @Context HttpHeaders headers, @NotNull(message = "is missing") @Valid DecisionsRequest body) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < body.questions().size(); i++) {
            QuestionView asked = body.questions().get(i);
            Optional<Purpose> purpose = Purpose.ofWireName(asked.purpose());
            if (purpose.isEmpty()) {
                return ConsentReading.Words.unknownPurpose("questions[" + i + "].purpose");
            }
            questions.add(new Question(
                    SubjectReference.of(asked.subject()),
                    purpose.get(),
                    Boolean.TRUE.equals(BrowserSignals.gpc(headers, asked.gpc()))));
        }
        List<Decision> decisions = decideOnUse.decide(questions);
        staffReads.ofConsents(decisions.stream().map(Decision::subject).toList(), "decisions");
        return Response.ok(new DecisionsView(
                        decisions.stream().map(DecisionView::of).toList()))
                .build();
    }
}
