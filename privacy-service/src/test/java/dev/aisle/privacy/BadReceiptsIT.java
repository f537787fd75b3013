package dev.aisle.privacy;

import static dev.aisle.privacy.Calls.erase;
import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static dev.aisle.privacy.Calls.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class BadReceiptsIT {
    /** Makes each bad record a size of its own, by which its dead letter is found. */
    private static final AtomicInteger SIZE = new AtomicInteger(2_000);

    private String pseudonym;
    private String id;

    @BeforeEach
    void somebodyIsErased() {
        String customer = newCustomer();
        pseudonym = grant(customer);
        id = erase(customer);
    }

    @AfterEach
    void theNextGoodReceiptCounts() {
        Services.answer(id, pseudonym, "profile-service");

        await().untilAsserted(() ->
                officer().get("/v1/requests/" + id).then().body("receipts.service", hasItem("profile-service")));
    }

    @Test
    void whatIsNoReceiptGoesToTheDeadLetters() {
        byte[] garbage = "\u0007".repeat(SIZE.incrementAndGet()).getBytes(StandardCharsets.UTF_8);

        TestRecords.write(Topic.ERASURE_RECEIPTS, pseudonym, garbage);

        assertThat(Topics.deadLetter(garbage.length).getTopic()).isEqualTo(Topic.ERASURE_RECEIPTS.topicName());
    }

    @Test
    void aRecordWithoutValueIsPassedOver() {
        TestRecords.write(Topic.ERASURE_RECEIPTS, pseudonym, null);
        TestRecords.write(Topic.ERASURE_RECEIPTS, pseudonym, new byte[0]);
    }

    @Test
    void aReceiptForNoRequestGoesToTheDeadLettersWithTheReason() {
        assertThat(refused(good().setRequestId(UUID.randomUUID().toString()))).isEqualTo("there is no such request");
        assertThat(refused(good().setRequestId("1"))).isEqualTo("request_id is no UUID");
    }

    @Test
    void aReceiptForAnotherSubjectDoesNotCount() {
        String other = grant(newCustomer());

        assertThat(refused(good().setPseudonym(other))).isEqualTo("the request is about another subject");
    }

    @Test
    void aReceiptUnderAnotherKeyDoesNotCount() {
        ErasureReceipt receipt = sized(good());
        TestRecords.write(Topic.ERASURE_RECEIPTS, "p1.test.other", receipt.toByteArray());

        assertThat(Topics.deadLetter(receipt.getSerializedSize()).getReason()).isEqualTo("the key isn't the pseudonym");
    }

    @Test
    void aReceiptOfAServiceThatNobodyAskedDoesNotCount() {
        assertThat(refused(good().setService("mail-service"))).isEqualTo("nobody asked this service");
        assertThat(refused(good().setService(""))).isEqualTo("service is no name of a service");
        assertThat(refused(good().setService("a\0b"))).isEqualTo("service is no name of a service");
    }

    @Test
    void aTimeOutsideOfTimeIsRefused() {
        assertThat(refused(good().clearErasedAt())).isEqualTo("erased_at is no time");
        assertThat(refused(good().setErasedAt(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))))
                .isEqualTo("erased_at is no time");
        assertThat(refused(good().setErasedAt(Timestamp.newBuilder().setNanos(-1))))
                .isEqualTo("erased_at is no time");
    }

    @Test
    void countsThatCanNotBeAreRefused() {
        assertThat(refused(good().putRemoved("profiles", -1))).startsWith("removed has a kind");
        assertThat(refused(good().putRemoved("a\0", 1))).startsWith("removed has a kind");
    }

    @Test
    void aSignatureThatIsNotTheServicesOwnDoesNotCount() {
        assertThat(refused(good())).isEqualTo("the signing key is none of this service");
        assertThat(refused(good().setSigningKeyId("test"))).isEqualTo("the signature is not of this receipt");
        assertThat(refused(good().setSigningKeyId("test").setService("event-archive")))
                .isEqualTo("nobody asked this service");
    }

    @Test
    void aReceiptThatSaysMoreThanWasSignedDoesNotCount() {
        ErasureReceipt signed =
                Services.signed(good().putRemoved("a" + SIZE.get(), 1).build());
        ErasureReceipt changed = signed.toBuilder()
                .putRemoved("profiles", 999_999)
                .putRemoved("padding".repeat(8), SIZE.addAndGet(300))
                .build();

        Services.answer(changed);

        assertThat(Topics.deadLetter(changed.getSerializedSize()).getReason())
                .isEqualTo("the signature is not of this receipt");
    }

    @Test
    void aReceiptWithoutASignatureDoesNotCount() {
        ErasureReceipt unsigned = good().putRemoved("unsigned".repeat(7), 1).build();

        Services.answer(unsigned);

        assertThat(Topics.deadLetter(unsigned.getSerializedSize()).getReason()).isEqualTo("the receipt is not signed");
    }

    @Test
    void goodNeighboursOfABadReceiptCount() {
        Services.answer(id, pseudonym, "campaign-service");
        TestRecords.write(Topic.ERASURE_RECEIPTS, pseudonym, new byte[] {(byte) 0xff});
        Services.answer(id, pseudonym, "recommender-service");

        await().untilAsserted(() -> officer()
                .get("/v1/requests/" + id)
                .then()
                .body("awaiting", contains("event-ingest-service", "profile-service")));
    }

    private ErasureReceipt.Builder good() {
        return Services.receipt(id, pseudonym, "campaign-service");
    }

    private static String refused(ErasureReceipt.Builder receipt) {
        ErasureReceipt sized = sized(receipt);
        Services.answer(sized);
        DeadLetter letter = Topics.deadLetter(sized.getSerializedSize());
        assertThat(letter.getService()).isEqualTo("privacy-service");
        return letter.getReason();
    }

    private static ErasureReceipt sized(ErasureReceipt.Builder receipt) {
        receipt.setSignature(ByteString.copyFrom(new byte[SIZE.addAndGet(300)]));
        return receipt.build();
    }
}
