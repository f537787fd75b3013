package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.CouponRepository;
import dev.aisle.campaign.offers.coupons.use.UseRepository.Use;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** A person's codes and uses, in the transaction of the caller. */
@Singleton
public class PersonCoupons {
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

    /** Removes them, how many; what the person held goes back to the budgets, what was spent stays spent. */
    public long remove(String pseudonym) {
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
            return Sql.update(connection, "delete from coupon_use where pseudonym = ?", pseudonym)
                    + (long) Sql.update(connection, "delete from coupon_code where pseudonym = ?", pseudonym);
        } catch (SQLException e) {
            throw new StorageException("A person's coupons could not be removed", e);
        }
    }
}
