<a href="<?= $url ?>">More</a>
