package dev.aisle.campaign.offers.coupons.making;

import dev.aisle.campaign.offers.coupons.BenefitKind;
import dev.aisle.campaign.offers.coupons.CodeKind;
import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.InvalidCouponException;
import dev.aisle.campaign.offers.coupons.making.CouponBody.BenefitBody;
import dev.aisle.campaign.offers.coupons.making.CouponBody.ConditionsBody;
import dev.aisle.campaign.offers.coupons.making.CouponBody.LimitsBody;
import dev.aisle.campaign.offers.coupons.making.CouponBody.TierBody;
import dev.aisle.platform.console.Form;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A coupon as the form has it: money in the currency's main unit, moments of UTC. Fields are called as the API calls them. */
final class CouponForm {
    private final Form form;

    CouponForm(Form form) {
        this.form = form;
    }

    /** @throws InvalidCouponException with the field that is wrong */
    Coupon coupon() {
        String currency = currency();
        BenefitKind kind = oneOf(BenefitKind.class, "benefit.kind");
        BenefitBody benefit = new BenefitBody(
                kind,
                decimal("benefit.percent"),
                money("benefit.amount", currency),
                money("benefit.most", currency),
                tiers(currency),
                text("benefit.gift"));
        Long minimum = money("conditions.minimum", currency);
        ConditionsBody conditions = new ConditionsBody(
                moment("conditions.from"),
                moment("conditions.until"),
                minimum,
                list("conditions.categories"),
                form.value("conditions.alone").equals("true"),
                text("conditions.group"));
        LimitsBody limits = new LimitsBody(
                money("limits.budget", currency),
                whole("limits.uses"),
                whole("limits.usesPerCode"),
                whole("limits.usesPerPerson"));
        return new CouponBody(
                        form.value("id").strip(), oneOf(CodeKind.class, "codes"), currency, benefit, conditions, limits)
                .toCoupon();
    }

    /** An amount of the main unit in minor units; {@code null} for nothing. */
    @Nullable
    Long money(String field, String currency) {
        BigDecimal amount = decimal(field);
        return amount == null ? null : Long.valueOf(minor(field, amount, currency));
    }

    /** @throws InvalidCouponException when it is no known currency */
    String currency() {
        String currency = form.value("currency").strip().toUpperCase(Locale.ROOT);
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(currency));
        if (!known) {
            throw new InvalidCouponException("currency", "is no ISO 4217 code such as EUR");
        }
        return currency;
    }

    private static long minor(String field, BigDecimal amount, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        try {
            return amount.movePointRight(digits).longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidCouponException(field, "has more than " + digits + " decimals, or is too large");
        }
    }

    private @Nullable BigDecimal decimal(String field) {
        String text = form.value(field).strip();
        return text.isEmpty() ? null : decimal(field, text);
    }

    private static BigDecimal decimal(String field, String text) {
        if (!text.matches("-?[0-9]{1,15}([.,][0-9]{1,6})?")) {
            throw new InvalidCouponException(field, "is no number such as 12.50");
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private @Nullable Long whole(String field) {
        String text = form.value(field).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,15}")) {
            throw new InvalidCouponException(field, "is no whole number");
        }
        return Long.valueOf(text);
    }

    private @Nullable Instant moment(String field) {
        String text = form.value(field).strip();
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new InvalidCouponException(field, "is no date with a time such as 2026-12-01T08:00");
        }
    }

    private @Nullable String text(String field) {
        String text = form.value(field).strip();
        return text.isEmpty() ? null : text;
    }

    private List<String> list(String field) {
        return Arrays.stream(form.value(field).split("[,，\\r\\n]+", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** A tier a line: from which sum on, and what it takes off: {@code 50 10%} or {@code 100 15.00}. */
    private List<TierBody> tiers(String currency) {
        String field = "benefit.tiers";
        List<TierBody> tiers = new ArrayList<>();
        for (String line : form.value(field).strip().lines().toList()) {
            String[] parts = line.strip().split("\\s+", -1);
            if (parts.length != 2) {
                throw new InvalidCouponException(
                        field, "write a sum and what comes off in each line, such as 100 15.00");
            }
            long from = minor(field, decimal(field, parts[0]), currency);
            boolean percent = parts[1].endsWith("%");
            BigDecimal off = decimal(field, percent ? parts[1].substring(0, parts[1].length() - 1) : parts[1]);
            tiers.add(percent ? new TierBody(from, off, null) : new TierBody(from, null, minor(field, off, currency)));
        }
        return tiers;
    }

    private <E extends Enum<E>> E oneOf(Class<E> type, String field) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(form.value(field)))
                .findFirst();
        return found.orElseThrow(() -> new InvalidCouponException(field, "is missing: choose one"));
    }
}
