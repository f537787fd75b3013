package dev.aisle.campaign.delivery.messages.edge;

import dev.aisle.campaign.delivery.channels.MailReport;
import dev.aisle.campaign.delivery.messages.usecase.StopMessages;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Mails that mail servers send back, as they come: delivery status notifications and feedback reports. */
@Path("/v1/messages/mail-reports")
@ChangesNothing("a feed of the mail server, which an operator can try")
@RunOnVirtualThread
class MailReportResource {
    private final StopMessages stopMessages;

    MailReportResource(StopMessages stopMessages) {
        this.stopMessages = stopMessages;
    }

    /** Of a message that is gone it answers the same. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.OPERATOR, Role.SERVICE})
    @Operation(summary = "A multipart/report (RFC 3464, RFC 5965) about a mail of ours")
    public Response report(InputStream mail) throws IOException {
        MailReport report = MailReport.read(mail).orElse(null);
        if (report == null) {
            return Problems.unprocessable(
                    "no-mail-report", "body", "expected a multipart/report with the headers of a mail of ours");
        }
        boolean _ = switch (report.kind()) {
            case BOUNCE -> stopMessages.bounced(report.link());
            case COMPLAINT -> stopMessages.complained(report.link());
            case OTHER -> true;
        };
        return Response.noContent().build();
    }
}
