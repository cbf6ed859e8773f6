<?php
/** Template Name: Front "<h1>page</h1>" */
get_header(); ?>
<main id="content" class="<?php body_class(); ?>">
  <h1>Bread, since <?php echo esc_html( $year ); ?></h1>
  <p>We bake with care.</p>
  <a href="/contact" class="cta">Contact us</a>
</main>
<?php if ( have_posts() ) : ?><h2>News</h2><?php endif; get_footer();
