<?php
// a comment with <h1>markup</h1>
$title = "?> <h1>not this</h1>";
if (count($items) > 0) { ?>
<h1 class="title">Our menu</h1>
<p>&copy; <?= date("Y") ?> Harbour</p>
<?php } ?>
<a href="<?= $url ?>" class="more">More</a>
