package dev.aisle.campaign.delivery.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.delivery.channels.MailReport.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReportTest {
    private static final UUID LINK = UUID.fromString("6a2f6f0e-6f3a-4f5e-9f64-5a1a2a3b4c5d");

    /** The example of RFC 3464, appendix E.2, with a mail of ours. */
    private static String report(String type, String status, String messageId) {
        return """
                Date: Fri, 8 Jul 1994 09:21:47 -0400
                From: Mail Delivery Subsystem <MAILER-DAEMON@CS.UTK.EDU>
                Subject: Returned mail: User unknown
                To: <news@shop.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=%1$s; boundary="JAA13167.773673707/CS.UTK.EDU"

                --JAA13167.773673707/CS.UTK.EDU
                content-type: text/plain; charset=us-ascii

                   ----- The following addresses had delivery problems -----
                arathib@vnet.ibm.com  (unrecoverable error)

                --JAA13167.773673707/CS.UTK.EDU
                content-type: message/%1$s

                %2$s

                --JAA13167.773673707/CS.UTK.EDU
                content-type: message/rfc822

                From: Shop <news@shop.example>
                Message-ID: %3$s
                Subject: Tea

                Tea
                --JAA13167.773673707/CS.UTK.EDU--
                """.formatted(type, status, messageId).replace("\n", "\r\n");
    }

    private static Optional<MailReport> read(String mail) throws IOException {
        return MailReport.read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String recipient(String action, String status) {
        return "Reporting-MTA: dns; cs.utk.edu\n\nOriginal-Recipient: rfc822;arathib@vnet.ibm.com\n"
                + "Final-Recipient: rfc822;arathib@vnet.ibm.com\nAction: " + action + "\nStatus: " + status
                + "\nDiagnostic-Code: smtp; 550 'arathib@vnet.IBM.COM' is not a registered gateway user";
    }

    @ParameterizedTest
    @CsvSource({"failed, 5.0.0, BOUNCE", "Failed, 5.1.1, BOUNCE", "failed, 4.4.7, OTHER", "delayed, 4.0.0, OTHER"})
    void onlyAPermanentFailureIsABounce(String action, String status, Kind kind) throws IOException {
        String mail = report("delivery-status", recipient(action, status), "<" + LINK + "@shop.example>");

        assertThat(read(mail)).contains(new MailReport(LINK, kind));
    }

    @Test
    void aFeedbackReportOfAbuseIsAComplaint() throws IOException {
        String body = "Feedback-Type: abuse\nUser-Agent: SomeGenerator/1.0\nVersion: 1";

        assertThat(read(report("feedback-report", body, "<" + LINK + "@shop.example>")))
                .contains(new MailReport(LINK, Kind.COMPLAINT));
    }

    @Test
    void whatIsNoReportOfOursIsNone() throws IOException {
        assertThat(read(report("delivery-status", recipient("failed", "5.0.0"), "<abc@elsewhere.example>")))
                .isEmpty();
        assertThat(read("Subject: Hello\r\n\r\nHello")).isEmpty();
        assertThat(read("")).isEmpty();
    }
}
