-- Changes are found and counted in the narrow rows too: their indexes move there from the snapshots.

-- DropIndex
DROP INDEX "published"."version_economy_newest";

-- DropIndex
DROP INDEX "published"."version_pillar_newest";

-- DropIndex
DROP INDEX "published"."version_published_at_idx";

-- CreateIndex
CREATE INDEX "listing_published_at_idx" ON "published"."listing"("published_at");

-- CreateIndex
CREATE INDEX "listing_economy_newest" ON "published"."listing"("economy_code", "published_at" DESC);

-- CreateIndex
CREATE INDEX "listing_kind_newest" ON "published"."listing"("change_kind", "published_at" DESC);

-- What Prisma's schema cannot say
DROP INDEX published.version_kind_newest;
CREATE INDEX listing_pillar_newest ON published.listing ((place / 100), published_at DESC);
