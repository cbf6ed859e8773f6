@extends('layout')
@section('body')
  <h1>{{ $title }}</h1>
  @if (count($items) > 0)
    <p class="lead">Welcome back</p>
  @endif
@endsection
