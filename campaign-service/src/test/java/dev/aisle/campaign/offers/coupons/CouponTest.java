package dev.aisle.campaign.offers.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.campaign.offers.coupons.Basket.Line;
import dev.aisle.campaign.shared.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CouponTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Conditions ANY = new Conditions(null, null, 0, Set.of(), false, null);
    private static final Limits NO_LIMITS = new Limits(null, null, null, null);

    private static Coupon coupon(Benefit benefit, Conditions conditions) {
        return new Coupon("autumn", CodeKind.SHARED, "EUR", benefit, conditions, NO_LIMITS);
    }

    private static Benefit percent(String percent, Long most) {
        return new Benefit(BenefitKind.PERCENT, new BigDecimal(percent), null, most, List.of(), null);
    }

    private static Benefit amount(long amount) {
        return new Benefit(BenefitKind.AMOUNT, null, amount, null, List.of(), null);
    }

    private static Basket basket(Line... lines) {
        return new Basket("EUR", List.of(lines), 490, 0, List.of(), NOW);
    }

    private static Line snack(long quantity, long price) {
        return new Line("crisps", Set.of("snacks"), quantity, price);
    }

    private static Line drink(long price) {
        return new Line("cola", Set.of("drinks"), 1, price);
    }

    private static Verdict off(long off) {
        return new Verdict.Applies(off, off, null);
    }

    private static Verdict refused(Refusal reason) {
        return new Verdict.Refused(reason);
    }

    @ParameterizedTest
    @CsvSource({"10, 1005, 101", "10, 1004, 100", "12.5, 999, 125", "0.01, 100, 0", "100, 777, 777"})
    void aPercentageIsRoundedToTheCentHalfOfOneUp(String percent, long price, long off) {
        Verdict verdict = coupon(percent(percent, null), ANY).on(basket(drink(price)));

        assertThat(verdict).isEqualTo(off == 0 ? refused(Refusal.NOTHING_OFF) : off(off));
    }

    @Test
    void aPercentageHasACeilingAndAnAmountTakesNoMoreThanThereIs() {
        assertThat(coupon(percent("50", 300L), ANY).on(basket(snack(2, 1000)))).isEqualTo(off(300));
        assertThat(coupon(amount(5000), ANY).on(basket(snack(2, 1000)))).isEqualTo(off(2000));
    }

    @ParameterizedTest
    @CsvSource({"1999, -1", "2000, 100", "4999, 100", "5000, 500", "10000, 1000"})
    void theHighestTierThatIsReachedCounts(long price, long off) {
        Benefit tiered = new Benefit(
                BenefitKind.TIERED,
                null,
                null,
                null,
                List.of(new Tier(2000, null, 100L), new Tier(5000, BigDecimal.TEN, null)),
                null);

        assertThat(coupon(tiered, ANY).on(basket(drink(price))))
                .isEqualTo(off < 0 ? refused(Refusal.NOTHING_OFF) : off(off));
    }

    @Test
    void shippingIsFreeUpToACeilingAndAGiftCostsTheBudgetAndNotTheBasket() {
        Benefit shipping = new Benefit(BenefitKind.FREE_SHIPPING, null, null, 300L, List.of(), null);
        Benefit gift = new Benefit(BenefitKind.GIFT, null, 250L, null, List.of(), "mug");

        assertThat(coupon(shipping, ANY).on(basket(drink(100)))).isEqualTo(off(300));
        assertThat(coupon(gift, ANY).on(basket(drink(100)))).isEqualTo(new Verdict.Applies(0, 250, "mug"));
    }

    @Test
    void onlyProductsOfTheCategoriesCount() {
        Coupon snacks = coupon(percent("10", null), new Conditions(null, null, 1500, Set.of("snacks"), false, null));

        assertThat(snacks.on(basket(snack(1, 1000), drink(600)))).isEqualTo(off(100));
        assertThat(snacks.on(basket(drink(1600)))).isEqualTo(refused(Refusal.NO_SUCH_PRODUCT));
        assertThat(snacks.on(basket(snack(1, 1000), drink(400)))).isEqualTo(refused(Refusal.BELOW_MINIMUM));
    }

    @Test
    void theWindowHasItsFirstMomentAndNotItsLast() {
        assertThat(window(NOW, null).on(basket(drink(100)))).isInstanceOf(Verdict.Applies.class);
        assertThat(window(NOW.plusNanos(1), null).on(basket(drink(100)))).isEqualTo(refused(Refusal.NOT_YET));
        assertThat(window(null, NOW).on(basket(drink(100)))).isEqualTo(refused(Refusal.ENDED));
        assertThat(window(null, NOW.plusNanos(1)).on(basket(drink(100)))).isInstanceOf(Verdict.Applies.class);
    }

    private static Coupon window(Instant from, Instant until) {
        return coupon(amount(10), new Conditions(from, until, 0, Set.of(), false, null));
    }

    @Test
    void couponsGoTogetherUnlessOneOfThemStandsAloneOrTheyAreOfOneGroup() {
        Coupon plain = coupon(amount(10), ANY);
        Coupon alone = coupon(amount(10), new Conditions(null, null, 0, Set.of(), true, null));
        Coupon welcome = coupon(amount(10), new Conditions(null, null, 0, Set.of(), false, "welcome"));

        assertThat(plain.on(with(plain))).isEqualTo(off(10));
        assertThat(welcome.on(with(plain))).isEqualTo(off(10));
        assertThat(plain.on(with(alone))).isEqualTo(refused(Refusal.OTHER_COUPON));
        assertThat(alone.on(with(plain))).isEqualTo(refused(Refusal.OTHER_COUPON));
        assertThat(welcome.on(with(welcome))).isEqualTo(refused(Refusal.OTHER_COUPON));
    }

    private static Basket with(Coupon other) {
        return new Basket("EUR", List.of(drink(100)), 0, 0, List.of(other), NOW);
    }

    @Test
    void whatOthersTookOffIsNotTakenOffAgain() {
        Basket almostPaid = new Basket("EUR", List.of(drink(1000)), 0, 950, List.of(), NOW);

        assertThat(coupon(amount(100), ANY).on(almostPaid)).isEqualTo(off(50));
    }

    @Test
    void anotherCurrencyIsRefused() {
        assertThat(coupon(amount(100), ANY).on(new Basket("CNY", List.of(drink(1000)), 0, 0, List.of(), NOW)))
                .isEqualTo(refused(Refusal.OTHER_CURRENCY));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyReasonHasWords(Refusal refusal) {
        assertThat(refusal.text(Language.EN)).endsWith(".");
        assertThat(refusal.text(Language.ZH)).endsWith("。");
    }

    @Test
    void whatCantBeACouponNamesItsField() {
        assertField("limits.budget", () -> new Limits(-1L, null, null, null));
        assertField("conditions.until", () -> new Conditions(NOW, NOW, 0, Set.of(), false, null));
        assertField("conditions.minimum", () -> new Conditions(null, null, -1, Set.of(), false, null));
        assertField("benefit.percent", () -> percent("100.5", null));
        assertField("benefit.percent", () -> percent("0.001", null));
        assertField("benefit.amount", () -> amount(0));
        assertField("benefit.tiers", () -> new Benefit(BenefitKind.TIERED, null, null, null, List.of(), null));
        assertField("benefit.gift", () -> new Benefit(BenefitKind.GIFT, null, 1L, null, List.of(), null));
        assertField("currency", () -> new Coupon("a", CodeKind.SHARED, "XYZ", amount(1), ANY, NO_LIMITS));
        assertField("id", () -> new Coupon("A b", CodeKind.SHARED, "EUR", amount(1), ANY, NO_LIMITS));
        assertField(
                "limits.usesPerCode",
                () -> new Coupon("a", CodeKind.PERSONAL, "EUR", amount(1), ANY, new Limits(null, null, 2L, null)));
    }

    private static void assertField(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOfSatisfying(
                        InvalidCouponException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void aDrawnCodeIsTakenInEveryFormAndATypingMistakeIsNot() {
        Random random = new Random(7);
        for (int n = 0; n < 200; n++) {
            CouponCode code = CouponCode.draw(random);

            assertThat(code.checks()).isTrue();
            assertThat(CouponCode.typed(" " + code.readable().toLowerCase(java.util.Locale.ROOT) + " "))
                    .contains(code);
            assertThat(code.text()).matches("[2-9A-HJKMNP-Z]{16}");
            assertThat(code).hasToString("CouponCode[…]");
            assertThat(new CouponCode(withWrongSymbol(code.text(), random)).checks())
                    .isFalse();
            assertThat(swapped(code.text(), random))
                    .allSatisfy(
                            wrong -> assertThat(new CouponCode(wrong).checks()).isFalse());
        }
    }

    private static String withWrongSymbol(String code, Random random) {
        int at = random.nextInt(code.length());
        char wrong =
                CouponCode.SYMBOLS.charAt((CouponCode.SYMBOLS.indexOf(code.charAt(at)) + 1 + random.nextInt(30)) % 31);
        return code.substring(0, at) + wrong + code.substring(at + 1);
    }

    private static List<String> swapped(String code, Random random) {
        int at = random.nextInt(code.length() - 1);
        String other = code.substring(0, at) + code.charAt(at + 1) + code.charAt(at) + code.substring(at + 2);
        return other.equals(code) ? List.of() : List.of(other);
    }
}
