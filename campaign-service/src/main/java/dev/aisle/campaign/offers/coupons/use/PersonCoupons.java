package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.CouponRepository;
import dev.aisle.campaign.offers.coupons.use.UseRepository.Use;
import dev.aisle.platform.person.Going;
import dev.aisle.platform.person.PersonHook;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Gives back to the budgets what a person whose uses go has reserved; what was spent stays spent. */
@Singleton
class PersonCoupons implements PersonHook {
    private final AgroalDataSource dataSource;
    private final UseRepository uses;
    private final CodeRepository codes;
    private final CouponRepository coupons;

    PersonCoupons(AgroalDataSource dataSource, UseRepository uses, CodeRepository codes, CouponRepository coupons) {
        this.dataSource = dataSource;
        this.uses = uses;
        this.codes = codes;
        this.coupons = coupons;
    }

    @Override
    public Map<String, Long> going(Going going) {
        if (going.takes("coupon_use")) {
            giveBack(going.pseudonym());
        }
        return Map.of();
    }

    private void giveBack(String pseudonym) {
        try (Connection connection = dataSource.getConnection()) {
            List<Use> open = uses.lockOpenOf(connection, pseudonym);
            // Codes before coupons, each in one order, as everybody takes them.
            for (Use use : open) {
                codes.giveBack(connection, use.codeHash());
            }
            for (Use use :
                    open.stream().sorted(Comparator.comparing(Use::couponId)).toList()) {
                coupons.free(connection, use.couponId(), use.gives().cost(), 1);
            }
        } catch (SQLException e) {
            throw new StorageException("What a person held of coupons could not be given back", e);
        }
    }
}
