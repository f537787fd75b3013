package dev.aisle.privacy.rights.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.Outstanding;
import dev.aisle.privacy.shared.people.ReceiptRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestStateTest {
    private static final ErasureReceipt GOOD = ErasureReceipt.newBuilder()
            .setRequestId("018f3c1e-0000-7000-8000-000000000001")
            .setPseudonym("p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
            .setService("profile-service")
            .setErasedAt(Timestamp.newBuilder().setSeconds(1))
            .putRemoved("profiles", 0)
            .build();

    @Test
    void whoHasNotAnsweredIsAwaited() {
        assertThat(RequestState.awaited(List.of("a", "b", "c"), List.of("c", "a", "x")))
                .containsExactly("b");
        assertThat(RequestState.awaited(List.of("a"), List.of("a"))).isEmpty();
    }

    @Test
    void aWholeReceiptIsTaken() {
        assertThat(ReceiptRules.violation(GOOD)).isNull();
    }

    @Test
    void anEmptyReceiptIsNot() {
        assertThat(ReceiptRules.violation(ErasureReceipt.getDefaultInstance())).isEqualTo("request_id is no UUID");
    }

    @Test
    void whatFollowsNeedsWordsAndATime() {
        Outstanding silent = Outstanding.newBuilder()
                .setDue(Timestamp.newBuilder().setSeconds(1))
                .build();
        Outstanding endless = Outstanding.newBuilder().setWhat("retrain").build();

        assertThat(ReceiptRules.violation(
                        GOOD.toBuilder().addOutstanding(silent).build()))
                .isNotNull();
        assertThat(ReceiptRules.violation(
                        GOOD.toBuilder().addOutstanding(endless).build()))
                .isNotNull();
        assertThat(ReceiptRules.violation(GOOD.toBuilder()
                        .addOutstanding(endless.toBuilder().setDue(silent.getDue()))
                        .build()))
                .isNull();
    }

    @Test
    void aReceiptOfAThousandKindsIsRefused() {
        ErasureReceipt.Builder receipt = GOOD.toBuilder();
        for (int i = 0; i < 1_000; i++) {
            receipt.putRemoved("kind" + i, 1);
        }

        assertThat(ReceiptRules.violation(receipt.build())).startsWith("removed has more than");
    }
}
